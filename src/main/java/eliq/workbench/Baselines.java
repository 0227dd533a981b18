package eliq.workbench;

import eliq.hub.ModelFolders;
import eliq.job.Job;
import eliq.metric.MeasureImagesJob;
import eliq.metric.MetricSource;
import eliq.metric.Metrics;
import eliq.metric.clip.ClipMetrics;
import eliq.metric.nss.FitBrisqueJob;
import eliq.metric.nss.FitPristineJob;
import eliq.metric.nss.PristineShelf;
import eliq.metric.script.ScriptShelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a result is compared with: the metrics of a workspace, their parameters, and the jobs around them. */
public final class Baselines {
    private final ScriptShelf scripts;
    private final PristineShelf pristine;
    private final Metrics metrics;
    private final MeasureImagesJob measureImages;
    private final FitPristineJob fitPristine = new FitPristineJob();
    private final FitBrisqueJob fitBrisque = new FitBrisqueJob();

    /**
     * @param folder of parameters and files that were added
     * @param models where the CLIP family is found
     */
    Baselines(Path folder, ModelFolders models) {
        this.scripts = new ScriptShelf(folder);
        this.pristine = new PristineShelf(folder);
        List<MetricSource> builtIn = new ArrayList<>(pristine.all());
        builtIn.addAll(ClipMetrics.all(models));
        this.metrics = new Metrics(builtIn, scripts::all);
        this.measureImages = new MeasureImagesJob(metrics);
    }

    List<Job<?, ?>> jobs() {
        return List.of(measureImages, fitPristine, fitBrisque);
    }

    /** All of them by name. */
    public Metrics metrics() {
        return metrics;
    }

    /** Those that are TorchScript files. */
    public ScriptShelf scripts() {
        return scripts;
    }

    /** Parameters of NIQE, IL-NIQE and BRISQUE. */
    public PristineShelf pristine() {
        return pristine;
    }

    /** Scores images with some of them. */
    public MeasureImagesJob measureImages() {
        return measureImages;
    }

    /** Fits NIQE or IL-NIQE to sound photographs. */
    public FitPristineJob fitPristine() {
        return fitPristine;
    }

    /** Trains BRISQUE on rated images. */
    public FitBrisqueJob fitBrisque() {
        return fitBrisque;
    }
}
