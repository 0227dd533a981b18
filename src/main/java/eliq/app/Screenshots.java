package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.prefs.Preferences;

/** Pictures of every view in every state, over a workspace made for it. */
public final class Screenshots {

    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(2560, 1440));

    /** A busy machine scores slowly; pictures of another state than their names say are worth nothing. */
    private static final long MOST_MINUTES = 5;

    private final Path folder;
    private final Consumer<String> say;
    private int written;

    private Screenshots(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /**
     * Starts JavaFX without a display and takes all pictures.
     *
     * @param say takes messages
     * @return how many were written
     */
    public static int take(Path folder, Consumer<String> say)
            throws IOException, InterruptedException, CatalogException {
        Files.createDirectories(folder);
        Path workspace = Files.createTempDirectory("eliq-screenshots");
        try {
            say.accept("Making a small workspace: pictures, pairs and scores");
            Path full = SampleWorkspace.make(workspace.resolve("full"), say);
            Headless.start();
            Screenshots screenshots = new Screenshots(folder, say);
            for (Situation situation : Situation.values()) {
                screenshots.situation(
                        situation,
                        situation == Situation.EMPTY ? workspace.resolve("empty") : full);
            }
            return screenshots.written;
        } finally {
            SampleWorkspace.delete(workspace);
        }
    }

    private void situation(Situation situation, Path home)
            throws IOException, InterruptedException, CatalogException {
        say.accept("State: " + name(situation));
        Preferences preferences = Preferences.userRoot().node("eliq-workbench-screenshots");
        CountDownLatch held = new CountDownLatch(1);
        Services services = Services.open(home);
        try {
            if (situation == Situation.LOADING) {
                hold(services.catalogThread(), held);
                hold(services.trainThread(), held);
                hold(services.jobsThread(), held);
            }
            if (situation == Situation.ERROR) {
                services.workbench().catalog().close();
            }
            StatusViewModel status = new StatusViewModel();
            Desk desk = new Desk(services, status, new Navigation());
            Appearance appearance = new Appearance(preferences);
            List<View> views =
                    Headless.ask(
                            () -> {
                                appearance.choiceProperty().set(Appearance.Choice.LIGHT);
                                appearance.start();
                                return Desktop.views(desk);
                            });
            MainWindow window = Headless.ask(() -> new MainWindow(views, status, appearance));
            PictureFrame frame =
                    Headless.ask(
                            () ->
                                    new PictureFrame(
                                            window,
                                            SIZES.getFirst().width(),
                                            SIZES.getFirst().height()));
            Headless.run(() -> desk.navigation().goesTo(window::open));
            for (ViewState state : desk.states()) {
                if (state.situation() == situation) {
                    prepare(state, services, held);
                }
            }
            Headless.run(() -> status.memory(services.memory()));
            for (View view : views) {
                shoot(view, file(view), situation, window, frame, appearance);
            }
            for (ViewPage page : desk.pages()) {
                if (page.situations().contains(situation)) {
                    Headless.run(page.open());
                    String name = file(page.view()) + "-" + page.name();
                    shoot(page.view(), name, situation, window, frame, appearance);
                }
            }
            Headless.run(frame::close);
        } finally {
            held.countDown();
            services.close();
        }
    }

    private void prepare(ViewState state, Services services, CountDownLatch held)
            throws InterruptedException {
        Headless.run(
                () -> {
                    state.prepare().run();
                    if (state.situation() == Situation.LOADING) {
                        // What is dropped is listed, but no score comes.
                        hold(services.scoringThread(), held);
                    }
                });
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (!Headless.ask(state.ready()::getAsBoolean)) {
            if (System.nanoTime() > end) {
                say.accept(
                        "Not all that the state “%s” is to show came within %d minutes; try again when the machine is less busy"
                                .formatted(name(state.situation()), MOST_MINUTES));
                return;
            }
            Thread.sleep(50);
        }
    }

    private void shoot(
            View view,
            String name,
            Situation situation,
            MainWindow window,
            PictureFrame frame,
            Appearance appearance)
            throws IOException, InterruptedException {
        for (Size size : SIZES) {
            for (Appearance.Choice theme :
                    List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
                Headless.run(
                        () -> {
                            appearance.choiceProperty().set(theme);
                            frame.resize(size.width(), size.height());
                            window.open(view);
                        });
                String file =
                        "%s-%s-%s-%dx%d.png"
                                .formatted(
                                        name,
                                        name(situation),
                                        theme.name().toLowerCase(Locale.ROOT),
                                        size.width(),
                                        size.height());
                Headless.write(frame.settled(), folder.resolve(file));
                written++;
            }
        }
    }

    private static String file(View view) {
        return view.title().toLowerCase(Locale.ROOT);
    }

    private static String name(Situation situation) {
        return situation.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps a thread from everything it is given later. */
    private static void hold(Executor thread, CountDownLatch held) {
        thread.execute(
                () -> {
                    try {
                        held.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
