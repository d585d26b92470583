package gov.tianmu.spi.page;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Fills a name that the module's pages use: {@code #{m.studio}} asks the model whose service property {@code tianmu.bean}
 * is {@code studio}. A program module registers it as a Declarative Service with the properties {@code tianmu.program},
 * naming its program, and {@code tianmu.bean}.
 *
 * <p>Called at most once in a request, when the page first asks, with a time limit of two seconds and possibly from
 * several threads at once; it must not block, keep state or look at the machine's clock. One that throws, takes too long
 * or answers something else than plain data makes the portal's fault page, and after some failures the program's pages
 * are closed for a while.
 */
@ConsumerType
public interface PageModel {

    /**
     * What the page shows. Plain data only: text, numbers, booleans, enums, {@code java.time} values,
     * {@link gov.tianmu.spi.definition.Text}, {@link java.util.Optional}, and records, maps with text keys, lists and
     * arrays of these. The portal copies it: to the page a record is a map by its components' names, an enum its name,
     * and nothing of the module's stays in the portal's memory.
     */
    Object prepare(PageView view);
}
