package dev.rampart.local.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The native library of AWS's runtime client, taken out of its jar once.
 *
 * <p>Left alone, each process unpacks it to the same file in the temporary directory, and processes
 * that start together crash on each other's half-written copy.
 */
final class NativeLibrary {
  static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeLibrary() {}

  static Path extract(Path jar, Path directory) throws IOException {
    String name = "libaws-lambda-jni." + libc() + "-" + architecture() + ".so";
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry("jni/" + name);
      if (entry == null) {
        throw new IOException("no jni/" + name + " in " + jar);
      }
      Path library = directory.resolve(name);
      try (InputStream bytes = file.getInputStream(entry)) {
        Files.copy(bytes, library, StandardCopyOption.REPLACE_EXISTING);
      }
      return library;
    }
  }

  private static String libc() {
    String loader = architecture().equals("aarch_64") ? "aarch64" : "x86_64";
    return Files.exists(Path.of("/lib/ld-musl-" + loader + ".so.1")) ? "linux_musl" : "linux";
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
  }
}
