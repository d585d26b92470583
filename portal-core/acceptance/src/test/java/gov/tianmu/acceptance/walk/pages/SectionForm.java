package gov.tianmu.acceptance.walk.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** A section of the form as the applicant fills it in. Answers are named as in the API: {@code team[r1].name}. */
public final class SectionForm {

    private static final double UPLOAD_PATIENCE = 30_000;

    private final Page page;

    public SectionForm(Page page) {
        this.page = page;
    }

    public SectionForm fill(String path, String value) {
        control(path).fill(value);
        return this;
    }

    /** Picks one of a choice, be it a list or buttons. */
    public SectionForm choose(String path, String value) {
        Locator list = page.locator("select[name='" + path + "']");
        if (list.count() > 0) {
            list.selectOption(value);
        } else {
            page.locator("input[name='" + path + "'][value='" + value + "']").check();
        }
        return this;
    }

    /** Adds a row to a table and says its id. */
    public String addRow(String table) {
        int before = rows(table).count();
        page.locator("[data-table='" + table + "'] [data-add]").click();
        assertThat(rows(table)).hasCount(before + 1);
        return rows(table).last().getAttribute("data-row");
    }

    public Locator rows(String table) {
        return page.locator("[data-table='" + table + "'] tbody > tr[data-row]");
    }

    public SectionForm closeRow(String table, String row) {
        page.locator("[data-table='" + table + "'] tr[data-row-form='" + row + "'] [data-close]")
                .click();
        return this;
    }

    /** Chooses a file for a requirement ({@code document:licence}); does not wait for it. */
    public SectionForm choose(String document, FilePayload file) {
        requirement(document).locator("input[type=file]").setInputFiles(file);
        return this;
    }

    public SectionForm upload(String document, FilePayload file) {
        int before = requirement(document).locator("[data-file]").count();
        choose(document, file);
        assertThat(requirement(document).locator("[data-file]"))
                .hasCount(before + 1, new LocatorAssertions.HasCountOptions()
                        .setTimeout(UPLOAD_PATIENCE));
        return this;
    }

    public Locator requirement(String document) {
        return page.locator("[data-document='" + document + "']");
    }

    public Locator control(String path) {
        return page.locator("[name='" + path + "']").first();
    }

    /** What the page says is wrong beside an answer. */
    public Locator objection(String path) {
        return page.locator("[data-path='" + path + "'] [data-errors] p");
    }

    /** What the dock says: saved, saving, not saved. */
    public Locator state() {
        return page.locator("#saved");
    }

    /** Waits until the server has everything typed so far. */
    public SectionForm untilSaved() {
        assertThat(state()).hasAttribute("data-state", "saved");
        assertThat(state()).containsText(Pattern.compile("已保存 \\d\\d:\\d\\d:\\d\\d"));
        return this;
    }
}
