package eliq.pairs;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;

/** Tells a picture that failed from a backend that is gone: after the first the build goes on, after the second it stops. */
final class BuildFailures {
    /** So many failures in a row are not by chance. */
    private static final int MOST_IN_A_ROW = 10;

    private int inARow;

    /** Whether whatever else is asked for would fail as well. */
    static boolean endsAll(GenerateException e) {
        return e.reason() == Reason.UNREACHABLE || e.reason() == Reason.CANCELLED;
    }

    void succeeded() {
        inARow = 0;
    }

    /** @throws PairsException if nothing has succeeded for too long */
    void failed(String why) throws PairsException {
        inARow++;
        if (inARow == MOST_IN_A_ROW) {
            throw new PairsException(
                    "%d pictures in a row could not be made; the last because: %s"
                            .formatted(MOST_IN_A_ROW, why));
        }
    }
}
