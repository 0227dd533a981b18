package eliq.cli;

import eliq.pairs.BuildPlan;
import eliq.pairs.BuildPlan.Share;
import eliq.pairs.NegativeKind;
import eliq.report.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan in words, and as rows. */
final class PlanDisplay {
    static final List<Column> COLUMNS =
            List.of(
                    Column.text("artist", "Who"),
                    Column.text("purpose", "What for"),
                    Column.text("images", "Images"),
                    Column.text("present", "There"),
                    Column.text("missing", "To make"),
                    Column.number("seconds_each", "Seconds each", 3),
                    Column.number("seconds", "Seconds", 1));
    private static final String HERE = "this machine";
    private static final String NO_PICTURE = "no picture needed";

    private PlanDisplay() {}

    static List<List<?>> rows(BuildPlan plan) {
        List<List<?>> rows = new ArrayList<>();
        for (Share share : plan.drawings()) {
            rows.add(
                    List.of(
                            share.artist(),
                            share.purpose(),
                            share.images(),
                            share.present(),
                            share.missing(),
                            share.each().map(PlanDisplay::seconds),
                            share.time().map(PlanDisplay::seconds)));
        }
        for (Map.Entry<NegativeKind, Long> local : plan.local().entrySet()) {
            rows.add(
                    List.of(
                            where(local.getKey()),
                            local.getKey().key(),
                            local.getValue(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return rows;
    }

    private static String where(NegativeKind kind) {
        return kind == NegativeKind.DISTORTED || kind == NegativeKind.EDITED ? HERE : NO_PICTURE;
    }

    private static double seconds(Duration time) {
        return time.toNanos() * 1e-9;
    }

    /** One line for each artist, and what it comes to. */
    static List<String> lines(BuildPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Plan of set %s: %d prompts, %d positives with their negatives."
                        .formatted(plan.set(), plan.prompts(), plan.tuples()));
        Map<String, List<Share>> artists = new LinkedHashMap<>();
        for (Share share : plan.drawings()) {
            artists.computeIfAbsent(share.artist(), name -> new ArrayList<>()).add(share);
        }
        artists.forEach((name, shares) -> lines.add(line(name, shares)));
        plan.local()
                .forEach(
                        (kind, count) ->
                                lines.add("  %s: %d %s".formatted(where(kind), count, kind.key())));
        plan.impossible()
                .forEach(
                        (why, count) ->
                                lines.add("  left out, %d times: %s".formatted(count, why)));
        lines.addAll(plan.unreadable());
        lines.add(total(plan));
        return lines;
    }

    private static String line(String artist, List<Share> shares) {
        long images = shares.stream().mapToLong(Share::images).sum();
        long present = shares.stream().mapToLong(Share::present).sum();
        List<String> parts = shares.stream().map(s -> s.images() + " " + s.purpose()).toList();
        StringBuilder line =
                new StringBuilder(
                        "  %s: %d images (%s)".formatted(artist, images, String.join(", ", parts)));
        if (present > 0) {
            line.append(", %d of them there already".formatted(present));
        }
        if (present < images) {
            boolean measured =
                    shares.stream().allMatch(s -> s.missing() == 0 || s.each().isPresent());
            Duration time =
                    shares.stream()
                            .flatMap(s -> s.time().stream())
                            .reduce(Duration.ZERO, Duration::plus);
            line.append(
                    measured
                            ? ", about " + ProgressDisplay.duration(seconds(time))
                            : ", for how long is not known: it has drawn nothing yet");
        }
        return line.toString();
    }

    private static String total(BuildPlan plan) {
        if (plan.missing() == 0) {
            return "Nothing has to be drawn.";
        }
        String time = ProgressDisplay.duration(seconds(plan.time()));
        String rate =
                plan.unmeasured().isEmpty()
                        ? "about " + time + " at the measured rates"
                        : "time not known for " + String.join(", ", plan.unmeasured());
        return String.format(Locale.ROOT, "To draw: %d images, %s.", plan.missing(), rate);
    }
}
