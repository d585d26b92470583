package gov.tianmu.web.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable table = new RouteTable(List.of(
            Route.open("/", "/pages/home.xhtml"),
            Route.personal("/my/cases/{number}", "/pages/case.xhtml"),
            Route.personal("/my/cases/new", "/pages/new.xhtml"),
            Route.open("/notices/{id}/attachments/{n}", "/pages/attachment.xhtml")));

    @Test
    void theHomePageIsAtTheRoot() {
        assertEquals("/pages/home.xhtml", table.find("/").orElseThrow().target());
    }

    @Test
    void partsOfAnAddressBecomeParameters() {
        assertEquals(
                "/pages/attachment.xhtml?id=2023-26&n=3",
                table.find("/notices/2023-26/attachments/3").orElseThrow().target());
    }

    @Test
    void aPartIsEncodedSoThatItCannotAddParametersOfItsOwn() {
        assertEquals(
                "/pages/case.xhtml?number=a%26role%3Dadmin",
                table.find("/my/cases/a&role=admin").orElseThrow().target());
    }

    @Test
    void aFixedAddressWinsOverOneWithAPart() {
        assertEquals("/pages/new.xhtml", table.find("/my/cases/new").orElseThrow().target());
    }

    @Test
    void aPartTakesNoSlash() {
        assertTrue(table.find("/my/cases/a/b").isEmpty());
    }

    @Test
    void aPersonalPageIsNotOpen() {
        assertFalse(table.find("/my/cases/new").orElseThrow().route().isOpen());
    }

    @Test
    void anAddressBeginsWithASlash() {
        assertThrows(IllegalArgumentException.class, () -> Route.open("notices", "/x.xhtml"));
    }
}
