package eliq.nano;

import eliq.critic.CriticException;

/** Carries a painter's failure out of a stream. */
final class Unpaintable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient CriticException reason;

    Unpaintable(CriticException reason) {
        super(reason);
        this.reason = reason;
    }
}
