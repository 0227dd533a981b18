package eliq.app;

import eliq.app.compare.Halved;
import eliq.app.pairs.Decision;
import eliq.app.pairs.PairJudge;
import eliq.app.pairs.PairShelf;
import eliq.app.pairs.ReviewException;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Prompt;
import eliq.catalog.Recipe;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import eliq.pairs.AuditPairs;
import eliq.pairs.AuditPairs.Finding;
import eliq.scorer.PairPicture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import javafx.scene.image.Image;

/**
 * Any number of tuples in memory with a critic that answers at once: the technical negative of every third tuple gets a
 * better mark than its positive.
 */
public final class ScriptedPairs implements PairShelf, PairJudge {
    static final String WRONG = "Two green bottles beside a loaf of bread on a wooden table";

    private final List<Tuple> tuples = new ArrayList<>();
    private final List<Decision> kept = new ArrayList<>();
    private Optional<List<Finding>> findings = Optional.empty();
    private String failure = "";
    private String mute = "";
    private String name = "scripted";
    private double better = 0.8;

    public ScriptedPairs(int count) {
        grow(count);
    }

    /** So many tuples more. */
    public void grow(int count) {
        for (int i = 0; i < count; i++) {
            tuples.add(tuple(tuples.size() + 1));
        }
    }

    /** From now on, another critic gives positives this mark. */
    public void speakAs(String critic, double mark) {
        name = critic;
        better = mark;
    }

    /** Whatever is asked next fails with this sentence; empty for nothing. */
    public void failWith(String sentence) {
        failure = sentence;
    }

    /** The critic has no voice, for this reason. */
    public void silence(String reason) {
        mute = reason;
    }

    /** Everything that was written, in order. */
    public List<Decision> kept() {
        return kept;
    }

    static ContentHash hash(String name) {
        return ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Tuple tuple(int id) {
        List<Negative> negatives = new ArrayList<>();
        long first = 10L * id;
        for (Aspect aspect : List.of(Aspect.TECHNICAL, Aspect.AESTHETIC)) {
            for (Family family : Family.values()) {
                long number = first + negatives.size();
                String operation =
                        family == Family.AI_SPECIFIC
                                ? "early-stopped"
                                : aspect == Aspect.TECHNICAL
                                        ? "repeated-jpeg-noise"
                                        : "off-centre-crop+hue-shift";
                String by =
                        family == Family.AI_SPECIFIC
                                ? "{\"kind\":\"early-stopped\",\"generator\":\"painter\",\"quality\":{\"progress\":0.4}}"
                                : "{\"by\":\"local operations\",\"steps\":[{\"operation\":\"hue-shift\",\"parameters\":{\"degrees\":72.5}}]}";
                negatives.add(
                        new Negative(
                                number,
                                new Recipe(aspect, family, operation, by, 4711 + number, 0.6),
                                new NegativeContent.Image(hash("negative " + number)),
                                Verdict.NONE,
                                ""));
            }
        }
        long wrong = first + negatives.size();
        negatives.add(
                new Negative(
                        wrong,
                        new Recipe(
                                Aspect.ALIGNMENT,
                                Family.CONVENTIONAL,
                                "shuffled-prompt",
                                "{\"kind\":\"shuffled-prompt\",\"distance\":0.93,\"other\":\""
                                        + WRONG
                                        + "\"}",
                                4711,
                                1),
                        new NegativeContent.WrongPrompt(WRONG),
                        Verdict.NONE,
                        ""));
        return new Tuple(
                id,
                new Prompt(
                        id,
                        "A lighthouse on a rocky coast at dusk, waves breaking, warm light in window number "
                                + id,
                        "test",
                        Set.of(id % 2 == 0 ? "Animals" : "Landscape")),
                hash("positive " + id),
                "painter",
                negatives,
                Verdict.NONE,
                "");
    }

    /** A picture with edges and texture, coarser and noisier for a negative. */
    public static Optional<Image> picture(ContentHash hash) {
        int size = 256;
        Random random = new Random(hash.hashCode());
        int noise = random.nextInt(60);
        int hue = random.nextInt(120);
        byte[] rgb = new byte[3 * size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int at = 3 * (y * size + x);
                boolean tower = Math.abs(x - size / 2) < 18 && y > 60 && y < 200;
                boolean stripe = tower && y / 20 % 2 == 0;
                int grain = noise == 0 ? 0 : (x * 7919 ^ y * 104729) % 97 * noise / 97;
                rgb[at] = (byte) ((stripe ? 200 : tower ? 235 : 40 + y / 4) - grain);
                rgb[at + 1] = (byte) ((stripe ? 50 : tower ? 235 : 60 + hue) - grain);
                rgb[at + 2] = (byte) ((stripe ? 50 : tower ? 230 : 190 - y / 4) - grain);
            }
        }
        return Optional.of(Halved.of(new Pixels(size, size, rgb)));
    }

    private void check() throws ReviewException {
        if (!failure.isEmpty()) {
            throw new ReviewException(failure, new IllegalStateException());
        }
    }

    @Override
    public List<TupleSet> sets() throws ReviewException {
        check();
        return tuples.isEmpty()
                ? List.of()
                : List.of(
                        new TupleSet(
                                1,
                                "first",
                                "{}",
                                "painter",
                                OptionalLong.empty(),
                                Instant.EPOCH,
                                tuples.size(),
                                0));
    }

    @Override
    public List<Tuple> tuples(TupleSet set) throws ReviewException {
        check();
        return tuples;
    }

    @Override
    public Optional<List<Finding>> findings(TupleSet set) {
        return findings;
    }

    @Override
    public void keep(List<Decision> decisions) throws ReviewException {
        check();
        kept.addAll(decisions);
    }

    @Override
    public void audit(TupleSet set, Progress progress) {
        progress.at(1, 1);
        findings =
                Optional.of(
                        List.of(
                                new Finding(
                                        2,
                                        20,
                                        AuditPairs.Problem.HARDLY_DIFFERENT,
                                        "Negative and positive differ by 0.4 of 255 on average.")));
    }

    @Override
    public void score(TupleSet set, Progress progress) throws ReviewException {
        check();
        progress.at(1, 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<PairPicture, Score> known(TupleSet set) throws ReviewException {
        if (!mute.isEmpty()) {
            throw new ReviewException(mute, new IllegalStateException());
        }
        return Map.of();
    }

    @Override
    public Map<PairPicture, Score> judge(Tuple tuple, Map<PairPicture, Score> known) {
        Map<PairPicture, Score> scores = new HashMap<>();
        scores.put(PairPicture.positive(tuple), score(PairPicture.positive(tuple), better));
        for (Negative each : tuple.negatives()) {
            boolean fooled = tuple.id() % 3 == 0 && each.recipe().aspect() == Aspect.TECHNICAL;
            PairPicture picture = PairPicture.negative(tuple, each);
            scores.put(picture, score(picture, fooled ? 0.92 : 0.31));
        }
        return scores;
    }

    private static Score score(PairPicture picture, double high) {
        return new Score(
                picture.image(),
                Optional.of(picture.prompt()),
                "scripted",
                4 * high - 2,
                OptionalDouble.of(3 * high - 1),
                high,
                high,
                OptionalDouble.of(high),
                0.5,
                0.5,
                Instant.EPOCH);
    }
}
