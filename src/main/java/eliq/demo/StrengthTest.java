package eliq.demo;

import eliq.backbone.PreparedImage;
import eliq.catalog.Aspect;
import eliq.image.Pixels;
import eliq.job.JobContext;
import eliq.pairs.PairsException;
import eliq.pairs.Pictures;
import eliq.pairs.StrengthSeries;
import eliq.scorer.ImageScorer;
import eliq.scorer.ScorerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Degrades each held-out image step by step and scores every step; the next images are degraded meanwhile. */
final class StrengthTest {
    private static final List<Aspect> ASPECTS = List.of(Aspect.TECHNICAL, Aspect.AESTHETIC);
    private static final int AHEAD = 4;

    private final ImageScorer scorer;
    private final Pictures pictures;
    private final int steps;
    private final long seed;

    /**
     * @param steps strengths of each aspect
     * @param seed of the degradations; each image has its own from it
     */
    StrengthTest(ImageScorer scorer, Pictures pictures, int steps, long seed) {
        this.scorer = scorer;
        this.pictures = pictures;
        this.steps = steps;
        this.seed = seed;
    }

    private record Task(ScoredTuple tuple, Aspect aspect) {}

    private record Step(double strength, PreparedImage image) {}

    List<StrengthResult> run(List<ScoredTuple> tuples, JobContext context) throws Exception {
        List<Task> tasks = new ArrayList<>();
        for (ScoredTuple tuple : tuples) {
            ASPECTS.forEach(aspect -> tasks.add(new Task(tuple, aspect)));
        }
        List<StrengthResult> results = new ArrayList<>();
        Deque<Future<List<Step>>> ahead = new ArrayDeque<>();
        try (ExecutorService degrading =
                Executors.newFixedThreadPool(
                        Runtime.getRuntime().availableProcessors(),
                        Thread.ofPlatform().daemon().name("degrading-", 1).factory())) {
            int submitted = 0;
            for (int i = 0; i < tasks.size(); i++) {
                context.checkCancelled();
                while (submitted < tasks.size() && submitted <= i + AHEAD) {
                    Task task = tasks.get(submitted++);
                    ahead.add(degrading.submit(() -> steps(task)));
                }
                results.add(score(tasks.get(i), ahead.remove().get()));
                context.progress("Scoring by strength", i + 1L, tasks.size());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception reason ? reason : e;
        }
        return results;
    }

    private List<Step> steps(Task task) throws PairsException, ScorerException {
        Pixels picture = pictures.pixels(task.tuple().tuple().positive());
        List<Step> made = new ArrayList<>();
        for (StrengthSeries.Graded graded :
                StrengthSeries.of(
                        picture, task.aspect(), steps, seed + task.tuple().tuple().id())) {
            made.add(
                    new Step(
                            graded.strength(),
                            scorer.prepare(graded.degradation().apply(picture))));
        }
        return made;
    }

    private StrengthResult score(Task task, List<Step> made) throws ScorerException {
        double[] strengths = new double[made.size()];
        double[] scores = new double[made.size()];
        Optional<String> prompt = Optional.of(task.tuple().tuple().prompt().text());
        for (int i = 0; i < made.size(); i++) {
            strengths[i] = made.get(i).strength();
            scores[i] = scorer.score(made.get(i).image(), prompt).visual();
        }
        return new StrengthResult(
                task.aspect(), strengths, task.tuple().positive().visual(), scores);
    }
}
