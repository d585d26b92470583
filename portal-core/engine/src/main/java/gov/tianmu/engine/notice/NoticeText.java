package gov.tianmu.engine.notice;

import gov.tianmu.spi.definition.NoticeDefinition;

/**
 * A notice to be read: its definition with the texts of itself and of its attachments.
 *
 * @param view as in lists
 * @param definition numbers, contacts, attachments
 * @param text well-formed XHTML fragment of the whole notice, from the frozen module
 */
public record NoticeText(NoticeView view, NoticeDefinition definition, String text) {}
