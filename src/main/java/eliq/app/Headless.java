package eliq.app;

import eliq.app.picture.Pictures;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.Image;

/** JavaFX without a display: a window that nobody sees, drawn by the software renderer. */
final class Headless {
    private Headless() {}

    /** Starts JavaFX; once a process, before anything else touches it. */
    static void start() throws InterruptedException {
        choose();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
    }

    /** Has JavaFX do without a display, where it has not started yet. */
    static void choose() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** Runs something on the JavaFX thread and waits for what it gives. */
    static <T> T ask(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a view failed: " + e.getCause(), e.getCause());
        }
    }

    /** As {@link #ask}, for what gives nothing. */
    static void run(Runnable work) throws InterruptedException {
        ask(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** What a node shows, whether or not it fits into its window. */
    static Pixels picture(Node node) throws InterruptedException {
        Image image = ask(() -> node.snapshot(null, null));
        return Pictures.toPixels(image);
    }

    /** Writes pixels as a PNG file. */
    static void write(Pixels pixels, Path file) throws IOException {
        byte[] png = ImageEncoding.png(pixels);
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(aside, png);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
