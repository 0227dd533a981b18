package eliq.app;

import eliq.app.library.CatalogShelf;
import eliq.app.library.ImageShelf;
import eliq.app.library.LibraryView;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.app.score.InstalledScoring;
import eliq.app.score.ScorerChoice;
import eliq.app.score.Scoring;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRow;
import eliq.catalog.WorkspaceFolder;
import eliq.image.ImageException;
import eliq.image.ImageFiles;
import eliq.image.Pixels;
import eliq.image.Thumbnails;
import eliq.scorer.OpenedScorer;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Screen;

/** What the views stand on, put together once. */
final class Services implements AutoCloseable {

    private static final int THUMBNAIL = 256;
    private static final int PICTURE = 1280;
    // Four bytes a pixel on the heap: 500 thumbnails are at most 130 MB, more than ten screens.
    private static final int THUMBNAILS_KEPT = 500;

    private final Workbench workbench;
    private final ScorerChoice scorers;
    private final OpenedScorer openedScorer;
    private final InstalledScoring scoring;
    private final ExecutorService catalogThread = thread("catalogue");
    private final ExecutorService importThread = thread("import");
    private final ExecutorService networkThread = thread("network");
    private final ExecutorService scoringThread = thread("scoring");
    private final ExecutorService trainThread = thread("trainings");
    private final ExecutorService jobsThread = thread("jobs");
    private final PictureLoader<ImageRow> imageThumbnails;
    private final PictureLoader<Path> fileThumbnails;
    private final PictureLoader<Path> pictures;
    private final List<Runnable> endings = new ArrayList<>();

    private Services(Workbench workbench) {
        this.workbench = workbench;
        Catalog catalog = workbench.catalog();
        this.scorers = new ScorerChoice(InstalledScorers.shipped(workbench.models()));
        this.openedScorer = new OpenedScorer(workbench.backbones());
        this.scoring = new InstalledScoring(scorers, openedScorer);
        Thumbnails small = new Thumbnails(catalog.thumbnailsFolder(), THUMBNAIL);
        Thumbnails large = new Thumbnails(catalog.thumbnailsFolder(), PICTURE);
        imageThumbnails =
                new PictureLoader<>(
                        row ->
                                picture(
                                        () ->
                                                new Thumbnails(
                                                                catalog.thumbnailsFolder(),
                                                                tileSide())
                                                        .of(
                                                                row.image().hash(),
                                                                catalog.path(row.image()))),
                        THUMBNAILS_KEPT,
                        Platform::runLater);
        fileThumbnails =
                new PictureLoader<>(
                        path -> picture(() -> small.of(path)), THUMBNAILS_KEPT, Platform::runLater);
        pictures =
                new PictureLoader<>(path -> picture(() -> large.of(path)), 12, Platform::runLater);
    }

    /** Pixels of a tile on this screen: what is kept and drawn as it is scrolls faster than what is scaled each time. */
    static int tileSide() {
        double scale = Screen.getPrimary().getOutputScaleX();
        return (int) Math.min(THUMBNAIL, Math.ceil(LibraryView.TILE * scale));
    }

    /** Opens the user's workspace; slow, not for the JavaFX thread. */
    static Services open() throws CatalogException {
        return open(WorkspaceFolder.standard());
    }

    /** As {@link #open()}, for the workspace in this folder. */
    static Services open(Path home) throws CatalogException {
        return over(Workbench.open(home));
    }

    /** Over a workspace that is open; closed with what stands on it. */
    static Services over(Workbench workbench) {
        return new Services(workbench);
    }

    /** The open workspace with all its jobs. */
    Workbench workbench() {
        return workbench;
    }

    /** Makes a small picture. */
    private interface Shrinking {
        Pixels pixels() throws ImageException;
    }

    private static Optional<Image> picture(Shrinking shrinking) {
        try {
            return Optional.of(Pictures.toFx(shrinking.pixels()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** One thread, that passes over what it is given after its end: views hear of jobs until the last moment. */
    static ExecutorService thread(String name) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    ImageShelf shelf() {
        return new CatalogShelf(
                workbench.catalog(), new ImageImport(workbench.jobs(), workbench.importImages()));
    }

    /** Has a section's own threads and models closed, before what is shared. */
    void whenClosing(Runnable ending) {
        endings.add(ending);
    }

    Scoring scoring() {
        return scoring;
    }

    /** What is open of it, for all views; on the {@link #scoringThread}. */
    OpenedScorer openedScorer() {
        return openedScorer;
    }

    /** Which scorer judges. */
    ScorerChoice scorers() {
        return scorers;
    }

    /** For what waits for a server's answer. */
    ExecutorService networkThread() {
        return networkThread;
    }

    ExecutorService catalogThread() {
        return catalogThread;
    }

    ExecutorService importThread() {
        return importThread;
    }

    ExecutorService scoringThread() {
        return scoringThread;
    }

    /** Reads and changes what the Train view shows. */
    ExecutorService trainThread() {
        return trainThread;
    }

    /** Reads and changes what the Jobs view shows. */
    ExecutorService jobsThread() {
        return jobsThread;
    }

    PictureLoader<ImageRow> imageThumbnails() {
        return imageThumbnails;
    }

    PictureLoader<Path> fileThumbnails() {
        return fileThumbnails;
    }

    PictureLoader<Path> pictures() {
        return pictures;
    }

    /** Image files among files and folders. */
    List<Path> expand(List<Path> filesAndFolders) {
        return ImageFiles.expand(filesAndFolders).images();
    }

    /** Heap in use, for the status bar. */
    String memory() {
        Runtime runtime = Runtime.getRuntime();
        double used = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        return String.format(Locale.getDefault(), "%.0f MB", used);
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        imageThumbnails.close();
        fileThumbnails.close();
        pictures.close();
        // The scorer is closed on its own thread, after what it is scoring now.
        scoringThread.execute(openedScorer::close);
        scoringThread.shutdown();
        importThread.shutdownNow();
        networkThread.shutdownNow();
        catalogThread.shutdownNow();
        trainThread.shutdownNow();
        jobsThread.shutdownNow();
        try {
            workbench.close();
        } catch (CatalogException e) {
            // Every change was committed as it was made; there is nothing to lose and nobody left
            // to tell.
            System.getLogger("eliq").log(System.Logger.Level.WARNING, e.getMessage());
        }
    }
}
