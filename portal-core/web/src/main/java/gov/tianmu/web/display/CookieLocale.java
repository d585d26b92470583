package gov.tianmu.web.display;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Gives every view the language its reader chose ({@link Display}), never the browser's own. */
public class CookieLocale extends ViewHandlerWrapper {

    public CookieLocale(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return CDI.current().select(Display.class).get().getLocale();
    }
}
