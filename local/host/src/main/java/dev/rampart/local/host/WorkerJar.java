package dev.rampart.local.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A jar of the few classes of ours that every function's process needs. The host's own class path
 * stays out of the functions.
 */
final class WorkerJar {
  private static final List<String> CLASSES =
      List.of("WorkerMain", "RuntimeLoop", "RuntimeLoop$Event", "LoopContext");

  private WorkerJar() {}

  static Path write(Path directory) throws IOException {
    Path jar = directory.resolve("worker.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : CLASSES) {
        String resource = "worker/" + name + ".class";
        try (InputStream bytes = WorkerJar.class.getResourceAsStream(resource)) {
          if (bytes == null) {
            throw new IOException("The host's own class is missing: " + resource);
          }
          out.putNextEntry(new JarEntry("dev/rampart/local/host/" + resource));
          bytes.transferTo(out);
        }
      }
    }
    return jar;
  }
}
