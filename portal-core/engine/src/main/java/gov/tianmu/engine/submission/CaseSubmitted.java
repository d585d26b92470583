package gov.tianmu.engine.submission;

/** A case was handed in; fired inside its transaction, for the steps downstream. */
public record CaseSubmitted(String number, int round) {}
