package dev.rampart.local.host;

import dev.rampart.local.host.worker.ClockAgent;
import dev.rampart.local.host.worker.ClockOffset;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The clock of functions' processes, which can be ahead of the system's: a Java agent for them, and
 * the file by which they learn how far.
 *
 * <p>The agent replaces three classes of {@code java.time} by themselves with one call more: what
 * they got from the system goes through {@link ClockOffset} before it is returned. The host makes
 * them of its own JDK, which is also that of the processes.
 */
public final class FunctionClock {
  private static final String JAR = "clock-agent.jar";
  private static final ClassDesc OFFSET = ClassDesc.of(ClockOffset.class.getName());
  private static final ClassDesc INSTANT = ClassDesc.of(Instant.class.getName());

  private final Path jar;
  private final Path file;
  private final ByteBuffer ahead;

  private FunctionClock(Path jar, Path file, ByteBuffer ahead) {
    this.jar = jar;
    this.file = file;
    this.ahead = ahead;
  }

  /** Makes a clock that is not ahead, with its files in a folder. */
  public static FunctionClock in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("clock-ahead").toAbsolutePath();
    Path jar = folder.resolve(JAR).toAbsolutePath();
    writeAgent(jar);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer ahead = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
      return new FunctionClock(jar, file, ahead.order(ByteOrder.nativeOrder()));
    }
  }

  /** Tells all processes how far the clock is ahead of the system's. */
  public void set(Duration time) {
    ahead.putLong(0, time.toNanos());
  }

  /** Returns the option of the JVM that has a process go by this clock. */
  String option() {
    return "-javaagent:" + jar + "=" + file;
  }

  private static void writeAgent(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ClockAgent.class.getName());
    attributes.putValue("Boot-Class-Path", JAR);
    attributes.putValue("Can-Redefine-Classes", "true");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> own : List.of(ClockAgent.class, ClockOffset.class)) {
        entry(out, path(own.getName()), bytes(own.getName()));
      }
      for (Map.Entry<String, String> reader : ClockAgent.READERS.entrySet()) {
        String name = reader.getKey();
        entry(out, ClockAgent.FOLDER + name, moved(bytes(name), reader.getValue()));
      }
    }
  }

  private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static byte[] bytes(String className) throws IOException {
    try (InputStream bytes = FunctionClock.class.getResourceAsStream("/" + path(className))) {
      if (bytes == null) {
        throw new IOException("There is no class " + className + " to make the clock of.");
      }
      return bytes.readAllBytes();
    }
  }

  private static byte[] moved(byte[] original, String reader) {
    ClassFile classes = ClassFile.of();
    return classes.transformClass(
        classes.parse(original),
        ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString(reader), FunctionClock::moveReturned));
  }

  private static void moveReturned(CodeBuilder code, CodeElement element) {
    if (element instanceof ReturnInstruction returned) {
      ClassDesc type = returned.opcode() == Opcode.ARETURN ? INSTANT : ConstantDescs.CD_long;
      code.invokestatic(OFFSET, "moved", MethodTypeDesc.of(type, type));
    }
    code.with(element);
  }
}
