package eliq.report;

import eliq.benchmark.eras.EraScore;
import eliq.benchmark.eras.ErasResult;
import eliq.report.Document.Block;
import eliq.report.Document.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comparison of eras as a document: distributions, drift, how judges of different eras differ, and where most. */
public final class ErasDocument {
    private static final int DECIMALS = 3;
    private static final int BINS = 24;

    private final ErasResult result;

    private ErasDocument(ErasResult result) {
        this.result = result;
    }

    /**
     * @param origin program and date, for the small print
     */
    public static Document of(ErasResult result, String origin) {
        ErasDocument document = new ErasDocument(result);
        List<Document.Section> sections = new ArrayList<>();
        sections.add(document.distributions());
        if (!result.drifts().isEmpty()) {
            sections.add(
                    new Document.Section(
                            "drift", "Drift", List.of(new Block.Tabular(document.drifts()))));
        }
        if (!result.agreements().isEmpty()) {
            sections.add(document.agreements());
        }
        sections.add(document.judges());
        return new Document("Generator eras", document.lead(), origin, sections);
    }

    private String lead() {
        int images = result.scores().size() / Math.max(1, result.judges().size());
        return images
                + " images of "
                + (result.eras().size() == 1 ? "one era" : result.eras().size() + " eras")
                + ", scored by "
                + (result.judges().size() == 1 ? "one judge" : result.judges().size() + " judges")
                + ". Raw scores have no unit: compare eras within one judge, and judges by order.";
    }

    private Document.Section distributions() {
        List<Document.Captioned> figures = new ArrayList<>();
        for (ErasResult.JudgeFacts judge : result.judges()) {
            for (EraScore.Kind kind : EraScore.Kind.values()) {
                List<Histogram.Group> groups = new ArrayList<>();
                for (int i = 0; i < result.eras().size(); i++) {
                    String era = result.eras().get(i);
                    double[] values = values(judge.name(), era, kind);
                    if (values.length > 0) {
                        groups.add(new Histogram.Group(era, i, values));
                    }
                }
                if (!groups.isEmpty()) {
                    figures.add(
                            new Document.Captioned(
                                    new Histogram(
                                            judge.name() + ", " + kind.key() + " score",
                                            kind.key() + " score, raw",
                                            groups,
                                            BINS),
                                    "Share of each era's images."));
                }
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ErasResult.Distribution each : result.distributions()) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell.Text(each.judge()));
            row.add(new Cell.Text(each.kind().key()));
            row.add(new Cell.Text(each.era()));
            row.add(
                    each.generator().isEmpty()
                            ? new Cell.Muted("all")
                            : new Cell.Text(each.generator()));
            row.add(new Cell.Number(each.images(), 0));
            row.add(new Cell.Number(each.mean(), DECIMALS));
            row.add(new Cell.Number(each.deviation(), DECIMALS));
            for (double quantile : each.quantiles()) {
                row.add(new Cell.Number(quantile, DECIMALS));
            }
            rows.add(row);
        }
        Document.Table table =
                new Document.Table(
                        "distributions",
                        "Scores by judge, era and generator.",
                        List.of(
                                Document.Column.text("judge", "Judge"),
                                Document.Column.text("score", "Score"),
                                Document.Column.text("era", "Era"),
                                Document.Column.text("generator", "Generator"),
                                Document.Column.number("images", "n"),
                                Document.Column.number("mean", "mean"),
                                Document.Column.number("deviation", "deviation"),
                                Document.Column.number("q05", "5%"),
                                Document.Column.number("q25", "25%"),
                                Document.Column.number("median", "median"),
                                Document.Column.number("q75", "75%"),
                                Document.Column.number("q95", "95%")),
                        rows);
        return new Document.Section(
                "distributions",
                "Distributions",
                List.of(new Block.Figures(figures), new Block.Tabular(table)));
    }

    private double[] values(String judge, String era, EraScore.Kind kind) {
        return result.scores().stream()
                .filter(s -> s.judge().equals(judge) && s.era().equals(era))
                .mapToDouble(
                        s ->
                                kind == EraScore.Kind.VISUAL
                                        ? s.visual()
                                        : s.alignment().orElse(Double.NaN))
                .filter(Double::isFinite)
                .toArray();
    }

    private Document.Table drifts() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ErasResult.Drift each : result.drifts()) {
            rows.add(
                    List.of(
                            new Cell.Text(each.judge()),
                            new Cell.Text(each.kind().key()),
                            new Cell.Text(each.era()),
                            new Cell.Number(each.images(), 0),
                            new Cell.Text(each.paired() ? "the same prompts" : "all images"),
                            new Cell.Interval(each.change(), each.lower(), each.upper(), DECIMALS),
                            new Cell.Number(each.effect(), 2)));
        }
        return new Document.Table(
                "drift",
                "Change of the mean score from the era "
                        + result.eras().getFirst()
                        + ", with 95 % intervals, and in standard deviations of that era's scores.",
                List.of(
                        Document.Column.text("judge", "Judge"),
                        Document.Column.text("score", "Score"),
                        Document.Column.text("era", "Era"),
                        Document.Column.number("images", "n"),
                        Document.Column.text("compared", "Compared"),
                        Document.Column.number("change", "change"),
                        Document.Column.number("effect", "in deviations")),
                rows);
    }

    private Document.Section agreements() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ErasResult.JudgeAgreement each : result.agreements()) {
            rows.add(
                    List.of(
                            new Cell.Text(each.one()),
                            new Cell.Text(each.other()),
                            new Cell.Text(each.kind().key()),
                            each.era().isEmpty()
                                    ? new Cell.Muted("all")
                                    : new Cell.Text(each.era()),
                            new Cell.Number(each.images(), 0),
                            new Cell.Number(each.srcc(), DECIMALS),
                            new Cell.Number(each.krcc(), DECIMALS),
                            new Cell.Number(each.opposed(), DECIMALS)));
        }
        Document.Table table =
                new Document.Table(
                        "agreement",
                        "How two judges order the same images; opposed: share of pairs of images that they order"
                                + " differently.",
                        List.of(
                                Document.Column.text("judge", "Judge"),
                                Document.Column.text("other", "Other"),
                                Document.Column.text("score", "Score"),
                                Document.Column.text("era", "Era"),
                                Document.Column.number("images", "n"),
                                Document.Column.number("srcc", "SRCC"),
                                Document.Column.number("krcc", "KRCC"),
                                Document.Column.number("opposed", "opposed")),
                        rows);
        return new Document.Section(
                "agreement",
                "Judges beside one another",
                List.of(
                        new Block.Tabular(table),
                        new Block.Heading("Where they differ most"),
                        new Block.Tabular(disagreements())));
    }

    private Document.Table disagreements() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ErasResult.Disagreement each : result.disagreements()) {
            rows.add(
                    List.of(
                            new Cell.Picture(Optional.of(each.file()), each.image()),
                            new Cell.Text(each.image()),
                            new Cell.Text(each.era()),
                            new Cell.Text(each.kind().key()),
                            new Cell.Text(each.one()),
                            new Cell.Number(each.place(), 2),
                            new Cell.Text(each.other()),
                            new Cell.Number(each.otherPlace(), 2)));
        }
        return new Document.Table(
                "disagreements",
                "Place of the image among all, 0 the worst and 1 the best.",
                List.of(
                        Document.Column.text("picture", ""),
                        Document.Column.text("image", "Image"),
                        Document.Column.text("era", "Era"),
                        Document.Column.text("score", "Score"),
                        Document.Column.text("judge", "Judge"),
                        Document.Column.number("place", "place"),
                        Document.Column.text("other", "Other"),
                        Document.Column.number("other_place", "place")),
                rows);
    }

    private Document.Section judges() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ErasResult.JudgeFacts each : result.judges()) {
            rows.add(
                    List.of(
                            new Cell.Text(each.name()),
                            new Cell.Text(each.scorer()),
                            new Cell.Code(shortened(each.scorerIdentity())),
                            new Cell.Text(each.critic()),
                            new Cell.Code(shortened(each.criticIdentity()))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Tabular(
                        new Document.Table(
                                "judges",
                                "Scorers and the critics they read with.",
                                List.of(
                                        Document.Column.text("judge", "Judge"),
                                        Document.Column.text("scorer", "Scorer"),
                                        Document.Column.text("scorer_identity", "Weights"),
                                        Document.Column.text("critic", "Critic"),
                                        Document.Column.text("critic_identity", "Weights")),
                                rows)));
        result.skipped().forEach(sentence -> blocks.add(new Block.Warning(sentence)));
        return new Document.Section("judges", "Judges", blocks);
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
