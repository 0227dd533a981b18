package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.benchmark.Bootstrap;
import eliq.benchmark.EvaluateParameters;
import eliq.benchmark.Evaluation;
import eliq.benchmark.Mapping;
import eliq.benchmark.Method;
import eliq.benchmark.RatedSetReader;
import eliq.benchmark.Residual;
import eliq.benchmark.ScoreComparison;
import eliq.benchmark.ScoreSource;
import eliq.benchmark.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultViewModelTest {
    @TempDir Path folder;
    private final ResultViewModel model = new ResultViewModel();
    private Evaluation evaluation;

    /** Twelve images in AGIQA-3K's layout; one tool that scores visual quality and alignment, one that scores visual quality of eleven. */
    @BeforeEach
    void evaluate() throws Exception {
        StringBuilder set =
                new StringBuilder("name,prompt,mos_quality,std_quality,mos_align,std_align\n");
        StringBuilder both = new StringBuilder("name,score,alignment\n");
        StringBuilder one = new StringBuilder("name,score\n");
        for (int i = 0; i < 12; i++) {
            String name = "sd1.5_" + i + ".png";
            set.append("%s,prompt %d,%d,0,%d,0%n".formatted(name, i / 3, i, 12 - i));
            both.append("%s,%d,%d%n".formatted(name, i == 5 ? 11 : i, i % 4));
            if (i > 0) {
                one.append("%s,%d%n".formatted(name, -i));
            }
        }
        Path index = Files.writeString(folder.resolve("data.csv"), set);
        evaluation =
                new ScoreComparison(
                                RatedSetReader.guessing("s").read(index),
                                new EvaluateParameters.Statistics(
                                        Mapping.Kind.LOGISTIC4, new Bootstrap(0, 1)),
                                "test")
                        .of(
                                List.of(
                                        ScoreSource.of(
                                                "both",
                                                Files.writeString(folder.resolve("b.csv"), both)),
                                        new ScoreSource(
                                                "one",
                                                Files.writeString(folder.resolve("o.csv"), one),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                true)),
                                Bootstrap.Stop.NEVER);
        model.show(evaluation);
    }

    @Test
    void publishedFiguresFollowWhatWasCountedHere() {
        List<Method.Origin> origins = model.rows().stream().map(MethodRow::origin).toList();
        assertEquals(
                List.of(Method.Origin.IMPORTED, Method.Origin.IMPORTED, Method.Origin.PUBLISHED),
                origins.subList(0, 3));
        assertEquals("one ↓", model.rows().get(1).title());
        assertEquals("11 of 12", model.rows().get(1).scored());
        assertEquals(-1, model.rows().get(1).value(MethodRow.Figure.SRCC).value(), 1e-12);
        assertTrue(!model.rows().get(2).value(MethodRow.Figure.KRCC).known());
    }

    @Test
    void theFirstMethodIsLookedAtAndItsWorstImagesArePicked() {
        assertEquals(Optional.of("both"), model.methodProperty().get().orElseThrow().method());
        assertEquals(12, model.pointsProperty().get().images().size());
        assertEquals("Worst disagreements", model.pickedTitleProperty().get());
        assertEquals("sd1.5_5.png", model.picked().getFirst().image().name());
    }

    @Test
    void anotherResultShowsItsWorstDisagreementAndTheSameOneAgainDoesNot() {
        assertEquals("sd1.5_5.png", name());
        model.select(Optional.empty());
        model.show(evaluation);
        assertEquals(Optional.empty(), model.selectedProperty().get());
    }

    @Test
    void pointsOfTheChartAndImagesBehindThemStandInTheSameOrder() {
        var points = model.pointsProperty().get();
        var chart = points.chart().orElseThrow();
        for (int i = 0; i < points.images().size(); i++) {
            Residual image = points.images().get(i);
            assertEquals(image.score(), chart.points().get(i).x());
            assertEquals(image.rating(), chart.points().get(i).y());
            assertEquals(image.image().name(), chart.points().get(i).name());
        }
    }

    @Test
    void aLassoPicksItsPointsUntilTheWorstAreAskedForAgain() {
        model.pick(new int[] {2, 4});
        assertEquals("2 images in the lasso", model.pickedTitleProperty().get());
        assertEquals(
                List.of("sd1.5_2.png", "sd1.5_4.png"),
                model.picked().stream().map(r -> r.image().name()).toList());
        model.pickWorst();
        assertEquals(12, model.picked().size());
    }

    @Test
    void stepsGoFromScoreToScoreAndStopAtTheEnds() {
        model.select(Optional.empty());
        model.step(1);
        assertEquals("sd1.5_0.png", name());
        model.step(1);
        assertEquals("sd1.5_1.png", name());
        model.step(-1);
        model.step(-1);
        assertEquals("sd1.5_0.png", name());
    }

    private String name() {
        return model.selectedProperty().get().orElseThrow().image().name();
    }

    @Test
    void anotherTargetKeepsTheMethodWhereItHasScoresOfIt() {
        model.targetProperty().set(Target.ALIGNMENT);
        assertEquals(Optional.of("both"), model.methodProperty().get().orElseThrow().method());
        assertEquals(
                1, model.rows().stream().filter(r -> r.origin() == Method.Origin.IMPORTED).count());
        assertTrue(model.selectedProperty().get().isEmpty());
        model.targetProperty().set(Target.VISUAL);
        model.look(Optional.of(model.rows().get(1)));
        model.targetProperty().set(Target.ALIGNMENT);
        assertEquals(Optional.of("both"), model.methodProperty().get().orElseThrow().method());
    }

    @Test
    void aPublishedLineHasNoPoints() {
        model.look(Optional.of(model.rows().getLast()));
        assertTrue(model.pointsProperty().get().chart().isEmpty());
        assertEquals(List.of(), model.picked());
        assertEquals("", model.pickedTitleProperty().get());
    }
}
