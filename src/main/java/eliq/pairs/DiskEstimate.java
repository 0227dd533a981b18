package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Drawing;
import eliq.catalog.ImageRecord;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How much disk a build will take.
 *
 * @param bytes of the pictures that are still to be made
 * @param measured whether the artists' last drawings say so; or else a rule of thumb does
 */
public record DiskEstimate(long bytes, boolean measured) {
    private static final int LAST = 20;

    /** Of a PNG file of a picture in colour, where nothing was measured. */
    private static final double BYTES_A_PIXEL = 1.5;

    /** What the plan's pictures take, drawn or made worse here, at the settings' size. */
    public static DiskEstimate of(BuildPlan plan, PairSettings settings, Catalog catalog)
            throws CatalogException {
        Set<String> artists = new LinkedHashSet<>();
        plan.drawings().forEach(share -> artists.add(share.artist()));
        long pixels = 0;
        long bytes = 0;
        for (String artist : artists) {
            for (Drawing drawing : catalog.drawings().recent(artist, LAST)) {
                Optional<ImageRecord> image = catalog.images().find(drawing.image());
                if (image.isPresent()) {
                    pixels += (long) image.get().width() * image.get().height();
                    bytes += image.get().bytes();
                }
            }
        }
        long local =
                plan.local().getOrDefault(NegativeKind.DISTORTED, 0L)
                        + plan.local().getOrDefault(NegativeKind.EDITED, 0L);
        double each = pixels == 0 ? BYTES_A_PIXEL : (double) bytes / pixels;
        double area = (double) settings.width() * settings.height();
        return new DiskEstimate((long) ((plan.missing() + local) * area * each), pixels > 0);
    }
}
