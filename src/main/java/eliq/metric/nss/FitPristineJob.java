package eliq.metric.nss;

import eliq.job.Job;
import eliq.job.JobContext;
import java.util.ArrayList;
import java.util.List;

/** Fits NIQE's or IL-NIQE's model to a user's sound photographs. */
public final class FitPristineJob implements Job<FitPristineParameters, FitResult> {
    public static final String KIND = "fit-pristine";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<FitPristineParameters> parametersType() {
        return FitPristineParameters.class;
    }

    @Override
    public Class<FitResult> resultType() {
        return FitResult.class;
    }

    @Override
    public FitResult run(FitPristineParameters parameters, JobContext context) throws Exception {
        PictureFeatures.Read read =
                PictureFeatures.read(
                        parameters.images(),
                        image -> parameters.kind().sharpBlocks(image, parameters.sharpness()),
                        context);
        List<double[]> all = new ArrayList<>();
        read.rows().forEach(all::addAll);
        context.progress("Fitting", 0, 0);
        parameters.kind().write(all, parameters.out());
        return new FitResult(
                parameters.images().size() - read.problems().size(),
                all.size(),
                read.problems(),
                parameters.out());
    }
}
