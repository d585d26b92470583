package gov.tianmu.web.site;

import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.engine.roster.BrowseRoster;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.web.display.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What the portal has published under some words: programs, notices, titles. */
@Named("search")
@RequestScoped
public class SearchPage {

    private static final int MOST = 20;

    @Inject
    private BrowseNotices browseNotices;

    @Inject
    private BrowseRoster browseRoster;

    @Inject
    private Programs programs;

    @Inject
    private Notices notices;

    @Inject
    private Query query;

    @Inject
    private Texts texts;

    private List<NoticeView> foundNotices = List.of();
    private List<BrowseRoster.Row> foundTitles = List.of();

    /** A program found, with the notice that opens it when one does. */
    public record FoundProgram(Text title, Text summary, String address) {}

    @PostConstruct
    void read() {
        if (isAsked()) {
            foundNotices =
                    browseNotices.list(query.words(), new PageRequest(1, MOST)).items();
            foundTitles = browseRoster.search(query.words(), MOST);
        }
    }

    public boolean isAsked() {
        return !query.words().isEmpty();
    }

    public String getWords() {
        return query.words();
    }

    public List<FoundProgram> getPrograms() {
        if (!isAsked()) {
            return List.of();
        }
        return programs.live().stream()
                .map(FrozenProgram::definition)
                .filter(program -> has(program.title()) || has(program.summary()))
                .map(program -> new FoundProgram(program.title(), program.summary(), addressOf(program.id())))
                .toList();
    }

    public List<NoticeRow> getNotices() {
        return foundNotices.stream().map(notice -> NoticeRow.of(notice, texts)).toList();
    }

    public List<RosterRow> getTitles() {
        return foundTitles.stream()
                .map(title -> new RosterRow(title.ordinal(), title, OptionalInt.empty()))
                .toList();
    }

    public boolean isNothing() {
        return foundNotices.isEmpty() && foundTitles.isEmpty() && getPrograms().isEmpty();
    }

    private boolean has(Text text) {
        String words = query.words().toLowerCase(Locale.ROOT);
        return text.zh().toLowerCase(Locale.ROOT).contains(words)
                || text.en().toLowerCase(Locale.ROOT).contains(words);
    }

    private String addressOf(String programId) {
        return notices.live().stream()
                .map(FrozenNotice::definition)
                .filter(notice -> notice.calls().stream()
                        .anyMatch(call -> call.program().equals(programId)))
                .map(NoticeDefinition::id)
                .findFirst()
                .map(id -> "/notices/" + id)
                .orElse("/rosters/" + programId);
    }
}
