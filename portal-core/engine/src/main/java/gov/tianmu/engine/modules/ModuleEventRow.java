package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;

/**
 * Something that happened to a module, as the console's history shows it.
 *
 * @param at by the portal's clock
 * @param module the bundle's symbolic name or the file's name
 * @param version the version it is about; may be empty
 * @param event what happened
 * @param reason why, in words; may be empty
 * @param account who did it; {@code system} for what came from the folder
 */
public record ModuleEventRow(
        Instant at, String module, String version, ModuleEventKind event, Text reason, String account) {}
