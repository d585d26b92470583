package gov.tianmu.web.program;

import gov.tianmu.engine.modules.isolation.ModuleCallFailed;
import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.util.Optional;

/** Resolves {@code m} in the pages of modules, and what stands behind its dot. */
public class ModuleNames extends ELResolver {

    private static final String NAME = "m";
    private static final String WORDS = "msg";

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && NAME.equals(property)) {
            Optional<ShownPage> page = CurrentPage.find();
            page.ifPresent(found -> context.setPropertyResolved(null, property));
            return page.orElse(null);
        }
        if (base instanceof ShownPage page) {
            context.setPropertyResolved(base, property);
            return WORDS.equals(property) ? page.msg() : bean(page, String.valueOf(property));
        }
        return null;
    }

    private static Object bean(ShownPage page, String name) {
        try {
            return page.opened().bean(name);
        } catch (ModuleCallFailed failed) {
            throw new ELException(failed);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        if (base instanceof ShownPage) {
            context.setPropertyResolved(base, property);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base instanceof ShownPage) {
            throw new PropertyNotWritableException("a module's page writes nothing");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        if (base instanceof ShownPage) {
            context.setPropertyResolved(base, property);
        }
        return base instanceof ShownPage;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base == null || base instanceof ShownPage ? String.class : null;
    }
}
