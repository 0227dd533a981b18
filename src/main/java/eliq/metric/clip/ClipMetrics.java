package eliq.metric.clip;

import eliq.hub.ModelFolders;
import eliq.metric.MetricSource;
import java.util.Arrays;
import java.util.List;

/** The CLIP family. */
public final class ClipMetrics {
    private ClipMetrics() {}

    /** Each kind on the model that it is published with. */
    public static List<MetricSource> all(ModelFolders folders) {
        return Arrays.stream(ClipKind.values())
                .map(kind -> (MetricSource) new ClipMetric.Source(kind, folders, kind.model()))
                .toList();
    }
}
