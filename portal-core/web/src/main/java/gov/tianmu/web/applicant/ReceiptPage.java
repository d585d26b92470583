package gov.tianmu.web.applicant;

import gov.tianmu.engine.submission.ReadReceipt;
import gov.tianmu.engine.submission.Receipt;
import gov.tianmu.web.display.ShownDates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** {@code /my/cases/{number}/receipt}: what the applicant holds after handing in. */
@Named("myReceipt")
@RequestScoped
public class ReceiptPage {

    @Inject
    private OwnCase own;

    @Inject
    private ReadReceipt receipts;

    private Receipt receipt;

    /** Opens the last receipt, or answers 404. */
    public void act() throws IOException {
        if (own.find().isPresent()) {
            receipt = receipts.read(own.actor(), own.getNumber()).result().orElse(null);
        }
        if (receipt == null) {
            Faces.notFound();
        }
    }

    public Receipt getReceipt() {
        return receipt;
    }

    /** The instant that counts, to the second. */
    public String getSubmittedAt() {
        return ShownDates.date(receipt.submittedAt()) + " " + ShownDates.timeToTheSecond(receipt.submittedAt());
    }

    public boolean isAgain() {
        return receipt.round() > 1;
    }
}
