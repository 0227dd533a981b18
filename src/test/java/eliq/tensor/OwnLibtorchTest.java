package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names as in libtorch's zip for CUDA 12 and in the Python packages nvidia-cuda-runtime of CUDA 12 and 13. */
class OwnLibtorchTest {
    @TempDir private Path folder;

    @Test
    void theRuntimeOfALibtorchFromAZipLiesBesideIt() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
        touch(lib.resolve("libtorch_cuda.so"));
        Path runtime = touch(lib.resolve("libcudart-218eec4c.so.12"));
        assertEquals(Optional.of(runtime), OwnLibtorch.runtime(lib));
    }

    @Test
    void theRuntimeOfAPythonPackageLiesInThePackageOfNvidia() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("site-packages/torch/lib"));
        Path nvidia = folder.resolve("site-packages/nvidia");
        touch(Files.createDirectories(nvidia.resolve("cublas/lib")).resolve("libcublas.so.12"));
        Path runtime =
                touch(
                        Files.createDirectories(nvidia.resolve("cuda_runtime/lib"))
                                .resolve("libcudart.so.12"));
        assertEquals(Optional.of(runtime), OwnLibtorch.runtime(lib));
    }

    @Test
    void aLibtorchForTheCpuHasNone() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("site-packages/torch/lib"));
        touch(lib.resolve("libtorch_cpu.so"));
        assertEquals(Optional.empty(), OwnLibtorch.runtime(lib));
        assertEquals(Optional.empty(), OwnLibtorch.runtime(folder.resolve("nowhere")));
    }

    @Test
    void itIsJoinedByTheCodeForItsKind() throws Exception {
        touch(folder.resolve(System.mapLibraryName("torch_cpu")));
        assertEquals("cpu", OwnLibtorch.flavor(folder));
        touch(folder.resolve(System.mapLibraryName("torch_cuda")));
        assertEquals("cu128", OwnLibtorch.flavor(folder));
    }

    private static Path touch(Path file) throws IOException {
        return Files.createFile(file);
    }
}
