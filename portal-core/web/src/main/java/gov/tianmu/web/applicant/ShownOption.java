package gov.tianmu.web.applicant;

/** One of the answers of a choice. */
public record ShownOption(String value, String label, boolean chosen, String id) {}
