package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.critic.CriticException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Which kept pictures a leg learns from: those of the leg that began with these eyes, and its own.
 *
 * @param folders of the legs' pictures
 */
record KeptLegs(NanoSettings settings, IntFunction<Path> folders) {

    /** The leg whose kept pictures are looked at: its own, or an earlier one's that had the same eyes. */
    private int firstToKeep(int number) {
        int leg = number;
        while (leg > 0
                && settings.legs().get(leg).naming().isEmpty()
                && settings.legs().get(leg - 1).kept()) {
            leg--;
        }
        return leg;
    }

    /**
     * The kept groups: first those of the leg that looked at pictures first, then this leg's own. Empty if it was
     * cancelled.
     *
     * @param number of the leg
     * @param painted the groups of a leg
     */
    Optional<PictureGroups> shelf(
            int number,
            IntFunction<PictureGroups> painted,
            KeptGroups.Tower tower,
            Consumer<String> log,
            BooleanSupplier cancelled)
            throws CriticException, BackboneException, IOException {
        int keeper = firstToKeep(number);
        int shared = groups(keeper);
        long next = (long) settings.firstEpoch(keeper) * shared;
        KeptGroups first = kept(keeper);
        if (!first.fill(painted.apply(keeper), next, shared, tower, log, cancelled)) {
            return Optional.empty();
        }
        next += shared;
        for (int between = keeper + 1; between < number; between++) {
            next += groups(between) - shared;
        }
        int own = groups(number) - shared;
        KeptGroups last = kept(number);
        if (own > 0 && !last.fill(painted.apply(number), next, own, tower, log, cancelled)) {
            return Optional.empty();
        }
        long pictures = (long) shared * PictureGroups.SIZE;
        return Optional.of(
                picture ->
                        picture < pictures
                                ? first.picture(picture)
                                : last.picture(picture - pictures));
    }

    private int groups(int leg) {
        return settings.legs().get(leg).mix().pictures() / PictureGroups.SIZE;
    }

    private KeptGroups kept(int leg) {
        return new KeptGroups(
                folders.apply(leg),
                settings.shape().visionHidden() * NanoSightings.MERGED * NanoSightings.MERGED);
    }
}
