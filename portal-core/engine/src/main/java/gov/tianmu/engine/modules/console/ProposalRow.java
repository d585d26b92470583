package gov.tianmu.engine.modules.console;

import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An uploaded jar that is, or was, to become a module or a module's next version.
 *
 * @param id names it in addresses
 * @param fileName what the file was called where it came from
 * @param module the bundle's symbolic name; empty when the file does not say
 * @param version the bundle's version; empty when the file does not say
 * @param title what the screen calls what it brings; the file's name when that is not known
 * @param sha256 digest of the file
 * @param size in bytes
 * @param by the account that uploaded it
 * @param at when, by the portal's clock
 * @param decidedBy the account that decided; empty while nobody did
 */
public record ProposalRow(
        String id,
        String fileName,
        String module,
        String version,
        Text title,
        String sha256,
        long size,
        String by,
        Instant at,
        ProposalState state,
        String decidedBy,
        Optional<Instant> decidedAt) {

    public ProposalRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
    }

    public boolean isOpen() {
        return state == ProposalState.PROPOSED;
    }
}
