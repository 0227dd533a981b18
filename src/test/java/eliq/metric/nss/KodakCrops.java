package eliq.metric.nss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.image.ImageDecoder;
import eliq.image.Pixels;
import eliq.metric.ParameterFile;
import eliq.table.SharedData;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The golden cases: crops of Kodak photographs with what the authors' MATLAB code says of them under Octave. */
final class KodakCrops {
    private KodakCrops() {}

    /**
     * @param values the case's part of values.json
     */
    record Case(String name, Pixels pixels, JsonNode values) {
        double[] numbers(String metric, String field) {
            JsonNode array = values.path(metric).path(field);
            double[] numbers = new double[array.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = array.get(i).asDouble();
            }
            return numbers;
        }

        double number(String metric, String field) {
            return values.path(metric).path(field).asDouble();
        }

        /** Windows without variance, where round-off decides. */
        boolean sensitive(String metric) {
            return values.path(metric).path("round_off_class").asText().equals("sensitive");
        }
    }

    static List<Case> all() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(bytes("values.json"))) {
            String file = one.path("file").asText();
            cases.add(
                    new Case(
                            one.path("id").asText(),
                            ImageDecoder.decode(bytes(file), file).pixels(),
                            one));
        }
        return cases;
    }

    private static byte[] bytes(String name) throws Exception {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        try (InputStream in =
                KodakCrops.class.getResourceAsStream("/eliq/metric/kodak-crops/" + plain)) {
            return in.readAllBytes();
        }
    }

    /** The authors' parameter file; the test is skipped where it is absent. */
    static ParameterFile parameters(String name) {
        Path file = SharedData.folder("metric-parameters").resolve(name);
        return new ParameterFile(file, "It belongs to the authors' release");
    }
}
