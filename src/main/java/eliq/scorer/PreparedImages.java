package eliq.scorer;

import eliq.backbone.PreparedImage;
import eliq.critic.CriticException;
import eliq.critic.ImageSource;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decodes and prepares several images on all processors, before the model needs these itself. */
final class PreparedImages {
    private PreparedImages() {}

    /** In the order asked for. */
    static List<PreparedImage> of(List<ContentHash> hashes, ImageSource source)
            throws CriticException {
        int threads = Math.min(hashes.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("preparing-", 1).factory())) {
            List<Future<PreparedImage>> pending =
                    hashes.stream().map(hash -> pool.submit(() -> source.prepared(hash))).toList();
            List<PreparedImage> images = new ArrayList<>();
            for (Future<PreparedImage> each : pending) {
                images.add(each.get());
            }
            return images;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CriticException reason
                    ? reason
                    : new CriticException("an image could not be prepared: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CriticException("interrupted while images were prepared", e);
        }
    }
}
