package eliq.cli;

import eliq.tensor.ComputeDevices;
import eliq.tensor.TensorException;
import picocli.CommandLine.Option;

/** What computes. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = {
                "What computes: auto, cpu, cuda, cuda:N or mps. 'eliq runtime' lists what is there.",
                "Default: $ELIQ_DEVICE, else the first graphics card, else the processor."
            })
    private String name;

    void check() throws UsageException {
        if (name != null && !ComputeDevices.isName(name)) {
            throw new UsageException(
                    "--device is '" + name + "'; it must be auto, cpu, cuda, cuda:N or mps");
        }
    }

    void use() throws TensorException {
        if (name != null) {
            ComputeDevices.use(name);
        }
    }
}
