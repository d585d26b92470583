package gov.tianmu.engine.casefile;

import gov.tianmu.engine.notice.CallView;
import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.ProgramDefinition;

/**
 * A case opened: its summary, its answers and the definition it began with.
 *
 * @param definitionHash under which that definition was frozen
 * @param answers in clear for the applicant; personal ones masked for everybody else
 */
public record CaseContent(
        CaseSummary summary, CallView call, ProgramDefinition definition, String definitionHash, Answers answers) {}
