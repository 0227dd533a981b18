package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.app.library.LibraryQuestion;
import eliq.app.library.LibraryViewModel;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageSort;
import eliq.image.ImageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.prefs.Preferences;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** How fast the Library is over many images: synthetic entries on real pictures, drawn by the software renderer. */
public final class LibraryBenchmark {
    private static final int FRAMES = 300;
    private static final double PIXELS_A_FRAME = 120;
    private static final double MEGABYTE = 1 << 20;

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Consumer<String> say;

    private LibraryBenchmark(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Makes the workspace, starts JavaFX without a display, and measures.
     *
     * @return figures by name with unit
     */
    public static Map<String, Double> measure(int images, Consumer<String> say)
            throws IOException, InterruptedException, CatalogException {
        Path home = Files.createTempDirectory("eliq-library-bench");
        try {
            say.accept("Making a catalogue of " + images + " images");
            SyntheticLibrary.fill(home, images);
            Headless.start();
            keepThumbnails(home, images);
            LibraryBenchmark benchmark = new LibraryBenchmark(say);
            // The first opening warms up the program and the disk's cache.
            benchmark.window(home, false);
            benchmark.window(home, true);
            return benchmark.figures;
        } finally {
            SampleWorkspace.delete(home);
        }
    }

    private static void keepThumbnails(Path home, int images)
            throws CatalogException, IOException, InterruptedException {
        try {
            SyntheticLibrary.keepThumbnails(home, images, Headless.ask(Services::tileSide));
        } catch (ImageException e) {
            throw new IOException("a painted picture could not be read", e);
        }
    }

    private void window(Path home, boolean counts) throws CatalogException, InterruptedException {
        long begun = System.nanoTime();
        double used = ProcessorTimes.all();
        Services services = Services.open(home);
        try {
            StatusViewModel status = new StatusViewModel();
            Desk desk = new Desk(services, status, new Navigation());
            LibraryViewModel model = LibrarySection.model(desk);
            Stage stage = Headless.ask(() -> open(desk, model, status));
            Scene scene = stage.getScene();
            await(() -> picturesAreThere(scene));
            Headless.ask(() -> scene.snapshot(null));
            if (counts) {
                figures.put("first window, s", seconds(begun));
                figures.put(
                        "first window, processor time, s", (ProcessorTimes.all() - used) / 1000);
                ProcessorTimes processor = Headless.ask(ProcessorTimes::new);
                say.accept("Scrolling");
                report(scroll(scene, processor));
                say.accept("Filters and orders");
                long reader = readerOf(services);
                questions(model, () -> processor.of(reader));
                System.gc();
                figures.put("heap after all that, MB", used());
            } else {
                scroll(scene, Headless.ask(ProcessorTimes::new));
            }
            Headless.run(stage::hide);
        } finally {
            services.close();
        }
    }

    private static Stage open(Desk desk, LibraryViewModel model, StatusViewModel status) {
        Appearance appearance = new Appearance(Preferences.userRoot().node("eliq-workbench-bench"));
        appearance.start();
        List<View> views = List.of(LibrarySection.view(desk, model));
        Stage stage = new Stage();
        stage.setScene(new MainWindow(views, status, appearance).scene(1280, 800));
        stage.show();
        return stage;
    }

    private static long readerOf(Services services) throws InterruptedException {
        try {
            return services.catalogThread().submit(() -> Thread.currentThread().threadId()).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread has an id", e);
        }
    }

    private static FrameTimes scroll(Scene scene, ProcessorTimes processor)
            throws InterruptedException {
        FrameTimes times = new FrameTimes(processor, FRAMES);
        Headless.run(
                () -> {
                    Node grid = scene.getRoot().lookup("#library-grid");
                    // The pointer is over one tile after the other, as it is for a user.
                    Node tile = grid.lookup(".tile");
                    Bounds there = tile.localToScreen(tile.getLayoutBounds());
                    new Robot().mouseMove(there.getCenterX(), there.getCenterY());
                    times.start(() -> WheelTurn.over(grid, -PIXELS_A_FRAME));
                });
        times.await();
        return times;
    }

    /** Every tile in sight has its picture: the window is what it will be. */
    private static boolean picturesAreThere(Scene scene) {
        Set<Node> views = scene.getRoot().lookupAll("#library-grid .tile .image-view");
        return views.size() > 8
                && views.stream()
                        .map(ImageView.class::cast)
                        .allMatch(view -> view.getImage() != null);
    }

    private void report(FrameTimes times) {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("median", 0.5);
        shares.put("99 %", 0.99);
        shares.put("longest", 1.0);
        shares.forEach(
                (name, share) -> {
                    figures.put("frame while scrolling, " + name + ", ms", times.interval(share));
                    figures.put(
                            "JavaFX thread's processor time a frame, " + name + ", ms",
                            times.window(share));
                    figures.put(
                            "renderer's processor time a frame, " + name + ", ms",
                            times.renderer(share));
                });
        figures.put("heap while scrolling, MB", used());
    }

    private void questions(LibraryViewModel model, DoubleSupplier used)
            throws InterruptedException {
        ImageFilter all = ImageFilter.all().withScorer(SyntheticLibrary.SCORER);
        for (ImageSort.Key key : ImageSort.Key.values()) {
            ask(
                    model,
                    used,
                    "order by " + key.name().toLowerCase(Locale.ROOT),
                    all,
                    new ImageSort(key, true));
        }
        ask(model, used, "filter by generator", all.withGenerator("generator-3"), ImageSort.NEWEST);
        ask(
                model,
                used,
                "filter by category",
                all.withPart(
                        new ImageFilter.Part(
                                Optional.of("category-2"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                ImageSort.NEWEST);
        ask(
                model,
                used,
                "filter by score, best first",
                all.withVisual(0.5, 1.5),
                new ImageSort(ImageSort.Key.VISUAL, false));
        ask(model, used, "search of a word", all.withText("lantern"), ImageSort.NEWEST);
    }

    /** From the question to the first page, three times; the median. */
    private void ask(
            LibraryViewModel model,
            DoubleSupplier used,
            String name,
            ImageFilter filter,
            ImageSort sort)
            throws InterruptedException {
        double[] taken = new double[3];
        double[] computed = new double[3];
        for (int i = 0; i < taken.length; i++) {
            long before = asking(model, LibraryQuestion.ALL);
            await(() -> model.pagesLoadedProperty().get() > before && model.row(0).isPresent());
            long begun = System.nanoTime();
            double start = used.getAsDouble();
            long loaded = asking(model, new LibraryQuestion(filter, sort));
            await(() -> model.pagesLoadedProperty().get() > loaded && model.row(0).isPresent());
            taken[i] = 1000 * seconds(begun);
            computed[i] = used.getAsDouble() - start;
        }
        Arrays.sort(taken);
        Arrays.sort(computed);
        figures.put(name + ", ms", taken[1]);
        figures.put(name + ", processor time, ms", computed[1]);
    }

    /** @return how many pages had been loaded before */
    private static long asking(LibraryViewModel model, LibraryQuestion question)
            throws InterruptedException {
        return Headless.ask(
                () -> {
                    model.ask(question);
                    return model.pagesLoadedProperty().get();
                });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Headless.ask(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the Library showed nothing within a minute");
            }
            Thread.sleep(1);
        }
    }

    private static double used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
