package eliq.metric.nss;

import eliq.job.Job;
import eliq.job.JobContext;
import java.util.ArrayList;
import java.util.List;

/** Trains BRISQUE on rated pictures. */
public final class FitBrisqueJob implements Job<FitBrisqueParameters, FitResult> {
    public static final String KIND = "fit-brisque";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<FitBrisqueParameters> parametersType() {
        return FitBrisqueParameters.class;
    }

    @Override
    public Class<FitResult> resultType() {
        return FitResult.class;
    }

    @Override
    public FitResult run(FitBrisqueParameters parameters, JobContext context) throws Exception {
        BrisqueFeatures brisque = new BrisqueFeatures();
        PictureFeatures.Read read =
                PictureFeatures.read(
                        parameters.images(),
                        image -> brisque.of(image).map(List::of).orElse(List.of()),
                        context);
        List<double[]> features = new ArrayList<>();
        List<Double> ratings = new ArrayList<>();
        for (int i = 0; i < parameters.images().size(); i++) {
            if (!read.rows().get(i).isEmpty()) {
                features.add(read.rows().get(i).getFirst());
                ratings.add(parameters.ratings().get(i));
            }
        }
        context.progress("Training", 0, 0);
        BrisqueModel.train(
                        features,
                        ratings.stream().mapToDouble(Double::doubleValue).toArray(),
                        parameters.settings())
                .save(parameters.out());
        return new FitResult(features.size(), features.size(), read.problems(), parameters.out());
    }
}
