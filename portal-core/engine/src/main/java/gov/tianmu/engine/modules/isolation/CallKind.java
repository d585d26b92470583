package gov.tianmu.engine.modules.isolation;

import java.util.Locale;

/** What the portal calls in a module. Each kind has a breaker of its own: broken pages do not stop sound rules. */
public enum CallKind {
    /** Checks of an application ({@link gov.tianmu.spi.rule.CaseRule}). */
    RULES,
    /** What fills the module's own pages ({@link gov.tianmu.spi.page.PageModel}). */
    PAGES;

    /** The name in health reports and message keys: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
