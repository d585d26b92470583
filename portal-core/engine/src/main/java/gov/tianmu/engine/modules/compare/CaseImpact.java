package gov.tianmu.engine.modules.compare;

import java.util.List;

/**
 * What a new definition means for the open cases that stand on others of the same program.
 *
 * @param drafts how many of them are drafts
 * @param others how many are further on
 * @param fitting how many of both would fit the new definition, after what it declares about migration
 * @param misfits those that would not and that nothing is declared for: some of them, by number
 * @param misfitCount how many there are of these
 */
public record CaseImpact(int drafts, int others, int fitting, List<Misfit> misfits, int misfitCount) {

    /** So many misfits are named. */
    public static final int NAMED = 20;

    public static final CaseImpact NONE = new CaseImpact(0, 0, 0, List.of(), 0);

    public CaseImpact {
        misfits = List.copyOf(misfits);
        if (misfits.size() > NAMED || misfits.size() > misfitCount || fitting + misfitCount > drafts + others) {
            throw new IllegalArgumentException("the cases do not add up");
        }
    }

    /** Whether there are cases that the new definition breaks and says nothing about. */
    public boolean breaksCases() {
        return misfitCount > 0;
    }

    /** How many cases it touches: all open ones that stand on another definition. */
    public int touched() {
        return drafts + others;
    }

    /** How many do not fit and stay with their definition because the new one declares so. */
    public int staying() {
        return drafts + others - fitting - misfitCount;
    }
}
