package eliq.workbench;

import eliq.benchmark.ablation.AblateParameters;
import eliq.benchmark.ablation.AblationResult;
import eliq.benchmark.eras.ErasParameters;
import eliq.benchmark.eras.ErasResult;
import eliq.report.AblationDocument;
import eliq.report.Document;
import eliq.report.ErasDocument;
import java.nio.file.Path;

/** How results of jobs become documents. */
final class Reports {
    private Reports() {}

    /** Of the ablations. */
    static final class Ablations implements ReportedJob.Layout<AblateParameters, AblationResult> {
        @Override
        public Document document(
                AblateParameters parameters, AblationResult result, String origin) {
            return AblationDocument.of(parameters, result, origin);
        }

        @Override
        public Path folder(AblationResult result) {
            return result.file().getParent();
        }
    }

    /** Of a comparison of eras. */
    static final class Eras implements ReportedJob.Layout<ErasParameters, ErasResult> {
        @Override
        public Document document(ErasParameters parameters, ErasResult result, String origin) {
            return ErasDocument.of(result, origin);
        }

        @Override
        public Path folder(ErasResult result) {
            return result.file().getParent();
        }
    }
}
