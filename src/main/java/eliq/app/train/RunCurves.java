package eliq.app.train;

import eliq.app.chart.Point;
import eliq.catalog.Aspect;
import eliq.critic.Mistake;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run measured, by optimiser step (critic) or epoch (scorer).
 *
 * @param loss of the training, nats (critic) or units of the margin (scorer)
 * @param heldOutLoss likewise, on held-out prompts
 * @param learningRate of the step
 * @param accuracy share of held-out answers (critic) or pairs (scorer) that are right, 0..1, by aspect
 * @param rate images (critic) or tuples (scorer) a second
 * @param memory resident, MB
 * @param mistakes what the last validation found answered worst
 */
public record RunCurves(
        List<Point> loss,
        List<Point> heldOutLoss,
        List<Point> learningRate,
        Map<Aspect, List<Point>> accuracy,
        List<Point> rate,
        List<Point> memory,
        List<Mistake> mistakes) {

    public static final RunCurves NONE =
            new RunCurves(
                    List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());

    public RunCurves {
        loss = List.copyOf(loss);
        heldOutLoss = List.copyOf(heldOutLoss);
        learningRate = List.copyOf(learningRate);
        accuracy = accuracy.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(accuracy));
        rate = List.copyOf(rate);
        memory = List.copyOf(memory);
        mistakes = List.copyOf(mistakes);
    }
}
