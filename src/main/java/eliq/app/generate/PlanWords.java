package eliq.app.generate;

import eliq.app.words.Amounts;
import eliq.generate.backends.BackendConfig;
import eliq.pairs.BuildPlan;
import eliq.pairs.DiskEstimate;
import eliq.pairs.NegativeKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A plan as it is read.
 *
 * @param summary how much of what, how long, how much disk
 * @param leaves what leaves this machine, and where to
 * @param rows one for each artist and purpose
 * @param remarks what cannot be made, and why
 */
public record PlanWords(String summary, String leaves, List<Row> rows, List<String> remarks) {

    public PlanWords {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param who artist, this machine, or nobody
     * @param what positive or a kind of negative
     * @param pictures how many
     * @param here how many of them there are already
     * @param time for the rest
     */
    public record Row(String who, String what, String pictures, String here, String time) {}

    static PlanWords of(BuildPlan plan, DiskEstimate disk, List<BackendConfig> backends) {
        List<Row> rows = new ArrayList<>();
        for (BuildPlan.Share share : plan.drawings()) {
            String time =
                    share.missing() == 0
                            ? "–"
                            : share.time().map(Amounts::closely).orElse("not known yet");
            rows.add(
                    new Row(
                            share.artist(),
                            share.purpose().replace('-', ' '),
                            Amounts.format("%,d", share.images()),
                            Amounts.format("%,d", share.present()),
                            time));
        }
        plan.local()
                .forEach(
                        (kind, number) ->
                                rows.add(
                                        new Row(
                                                where(kind),
                                                kind.key().replace('-', ' '),
                                                Amounts.format("%,d", number),
                                                "–",
                                                "–")));
        List<String> remarks = new ArrayList<>(plan.unreadable());
        plan.impossible()
                .forEach((why, times) -> remarks.add("Left out " + times + " times: " + why));
        return new PlanWords(summary(plan, disk), leaves(plan, backends), rows, remarks);
    }

    private static String where(NegativeKind kind) {
        return kind == NegativeKind.DISTORTED || kind == NegativeKind.EDITED
                ? "this machine"
                : "no picture needed";
    }

    private static String summary(BuildPlan plan, DiskEstimate disk) {
        String time =
                plan.missing() == 0
                        ? ""
                        : plan.unmeasured().isEmpty()
                                ? ", about " + Amounts.closely(plan.time())
                                : ", for how long is not known: "
                                        + String.join(", ", plan.unmeasured())
                                        + " has drawn nothing yet";
        return "%s, %s; %s to draw%s; about %s of disk%s."
                .formatted(
                        Amounts.count(plan.prompts(), "prompt"),
                        Amounts.count(plan.tuples(), "positive"),
                        Amounts.count(plan.missing(), "picture"),
                        time,
                        Amounts.bytes(disk.bytes()),
                        disk.measured() ? "" : " (a rough guess)");
    }

    private static String leaves(BuildPlan plan, List<BackendConfig> backends) {
        TreeSet<String> hosts = new TreeSet<>();
        for (BuildPlan.Share share : plan.drawings()) {
            String backend = share.artist().split("/", 2)[0];
            backends.stream()
                    .filter(b -> b.name().equals(backend) && !b.kind().equals("folder"))
                    .flatMap(b -> host(b.place()).stream())
                    .forEach(hosts::add);
        }
        return hosts.isEmpty()
                ? "Nothing leaves this machine."
                : "The prompts, and pictures that are to be edited, are sent to "
                        + String.join(", ", hosts)
                        + ".";
    }

    /** The host of an address, unless it is this machine. */
    private static Optional<String> host(String address) {
        String host = String.valueOf(URI.create(address).getHost());
        boolean here = host.matches("(?i)localhost|127\\..*|\\[?::1\\]?");
        return here ? Optional.empty() : Optional.of(host);
    }
}
