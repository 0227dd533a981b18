package eliq.app;

import eliq.app.compare.Halved;
import eliq.app.frame.View;
import eliq.app.pairs.CatalogPairShelf;
import eliq.app.pairs.PairShelf;
import eliq.app.pairs.PairsView;
import eliq.app.pairs.PairsViewModel;
import eliq.app.pairs.ReviewException;
import eliq.app.pairs.ReviewThreads;
import eliq.app.pairs.ScorerJudge;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.image.ContentHash;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Thumbnails;
import eliq.job.Job;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.job.JobOutcome;
import eliq.pairs.AuditPairs;
import eliq.scorer.ScorePairs;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.Image;

/** The Pairs view over the catalogue's tuple sets, judged by the scorer that is chosen. */
final class PairsSection {
    private static final int SMALL = 128;
    private static final int SMALL_KEPT = 1000;

    /** Three tuples of ten pictures: the one looked at and its neighbours. */
    private static final int FULL_KEPT = 36;

    private PairsSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        Workbench workbench = services.workbench();
        Catalog catalog = workbench.catalog();
        ScorerJudge judge =
                new ScorerJudge(catalog, () -> chosen(services), services.openedScorer());
        ExecutorService work = Services.thread("pairs");
        ExecutorService differences = Services.thread("differences");
        PairsViewModel model =
                new PairsViewModel(
                        new CatalogPairShelf(catalog, new Jobs(workbench, () -> chosen(services))),
                        judge,
                        new ReviewThreads(
                                services.catalogThread(),
                                services.scoringThread(),
                                work,
                                Platform::runLater),
                        desk.status());
        Thumbnails thumbnails = new Thumbnails(catalog.thumbnailsFolder(), SMALL);
        PictureLoader<ContentHash> small =
                new PictureLoader<>(
                        hash -> file(catalog, hash).flatMap(path -> small(thumbnails, path)),
                        SMALL_KEPT,
                        Platform::runLater);
        PictureLoader<ContentHash> full =
                new PictureLoader<>(
                        hash -> file(catalog, hash).flatMap(PairsSection::full),
                        FULL_KEPT,
                        Platform::runLater);
        services.whenClosing(
                () -> {
                    small.close();
                    full.close();
                    differences.shutdownNow();
                    work.shutdownNow();
                });
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () -> desk.navigation().open("Pairs"),
                                () -> model.opinion(1).beside().isPresent()));
        services.scorers().currentProperty().subscribe((_, _) -> model.judgeChanged());
        return new PairsView(
                model,
                new PairsView.Pictures(small, full, differences, Platform::runLater),
                () -> desk.navigation().open("Generate"));
    }

    private static Optional<ScorerJudge.Chosen> chosen(Services services) {
        return services.scorers().now().map(s -> new ScorerJudge.Chosen(s.name(), s.folder()));
    }

    private static Optional<Path> file(Catalog catalog, ContentHash hash) {
        try {
            Optional<ImageRecord> image = catalog.images().find(hash);
            return image.map(catalog::path);
        } catch (CatalogException e) {
            return Optional.empty();
        }
    }

    private static Optional<Image> small(Thumbnails thumbnails, Path file) {
        try {
            return Optional.of(Pictures.toFx(thumbnails.of(file)));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    private static Optional<Image> full(Path file) {
        try {
            return Optional.of(Halved.of(ImageDecoder.decode(file).pixels()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** Long work on a set, as jobs that the catalogue knows. */
    private record Jobs(Workbench workbench, Supplier<Optional<ScorerJudge.Chosen>> scorer)
            implements CatalogPairShelf.Work {

        @Override
        public void audit(String set, PairShelf.Progress progress) throws ReviewException {
            run(workbench.auditPairs(), new AuditPairs(set), progress);
        }

        @Override
        public void score(String set, PairShelf.Progress progress) throws ReviewException {
            Path folder = scorer.get().orElseThrow(ScorerJudge::noScorer).folder();
            run(workbench.scorePairs(), new ScorePairs(set, folder, Optional.empty()), progress);
        }

        private <P extends Record, R extends Record> void run(
                Job<P, R> job, P parameters, PairShelf.Progress progress) throws ReviewException {
            long own = Thread.currentThread().threadId();
            Runnable unlisten =
                    workbench
                            .jobs()
                            .listen(
                                    event -> {
                                        if (event instanceof JobEvent.Advanced(_, var now)
                                                && Thread.currentThread().threadId() == own) {
                                            progress.at(now.done(), now.total());
                                        }
                                    });
            try {
                switch (workbench.jobs().run(job, parameters)) {
                    case JobOutcome.Done<R> _ -> {}
                    case JobOutcome.Failed<R>(_, String reason, _) ->
                            throw new ReviewException(reason, new IllegalStateException());
                    case JobOutcome.Stopped<R> stopped ->
                            throw new ReviewException(
                                    "Job %d was stopped; it can be resumed under Jobs."
                                            .formatted(stopped.id()),
                                    new IllegalStateException());
                }
            } catch (JobException | CatalogException e) {
                throw new ReviewException(e.getMessage(), e);
            } finally {
                unlisten.run();
            }
        }
    }
}
