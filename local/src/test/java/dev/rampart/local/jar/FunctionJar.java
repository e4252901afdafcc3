package dev.rampart.local.jar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a function has at run time: the classes and resources of its jar, and the classes of the
 * JDK. Classes go by their internal name, such as {@code java/lang/String}.
 */
final class FunctionJar {
  private static final String INTERCEPTORS =
      "software/amazon/awssdk/global/handlers/execution.interceptors";
  private static final String PLUGINS =
      "META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat";

  private static final Pattern CLASS_NAME = Pattern.compile("([\\w.]+)\\.[A-Z][\\w$]*");

  /** The name and the descriptor of a method. */
  record Signature(String name, String descriptor) {
    static Signature of(MethodModel method) {
      return new Signature(method.methodName().stringValue(), method.methodType().stringValue());
    }
  }

  /** A class and its methods. */
  record ParsedClass(ClassModel model, Map<Signature, MethodModel> methods) {
    private static ParsedClass parse(byte[] bytes) {
      ClassModel model = ClassFile.of().parse(bytes);
      return new ParsedClass(
          model,
          model.methods().stream().collect(Collectors.toMap(Signature::of, method -> method)));
    }
  }

  /** A class that Log4j makes instances of, by name or all of a category. */
  record Plugin(String category, String name, String type) {}

  private final Map<String, byte[]> entries;
  private final Set<String> packages;
  private final Map<String, Optional<ParsedClass>> types = new HashMap<>();
  private final Map<String, List<String>> lineages = new HashMap<>();

  private FunctionJar(Map<String, byte[]> entries) {
    this.entries = entries;
    this.packages =
        entries.keySet().stream()
            .filter(entry -> entry.endsWith(".class") && entry.contains("/"))
            .map(entry -> entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
            .collect(Collectors.toSet());
  }

  /** Reads a jar as if it had no entry of a name that the predicate accepts. */
  static FunctionJar read(Path file, Predicate<String> leftOut) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!leftOut.test(entry.getName())) {
          try (InputStream content = zip.getInputStream(entry)) {
            entries.put(entry.getName(), content.readAllBytes());
          }
        }
      }
    }
    return new FunctionJar(entries);
  }

  /** Returns whether the jar itself holds a class. */
  boolean holds(String name) {
    return entries.containsKey(name + ".class");
  }

  /** Returns whether a text looks like the name of a class, and the jar has its package. */
  boolean hasPackageOf(String text) {
    Matcher name = CLASS_NAME.matcher(text);
    return name.matches() && packages.contains(name.group(1));
  }

  /** Returns a class of the jar or of the JDK. */
  Optional<ParsedClass> find(String name) {
    return types.computeIfAbsent(name, asked -> bytes(asked).map(ParsedClass::parse));
  }

  private Optional<byte[]> bytes(String name) {
    Optional<byte[]> own = Optional.ofNullable(entries.get(name + ".class"));
    if (own.isPresent()) {
      return own;
    }
    try (InputStream content =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a class, its superclasses, then its interfaces: the order of method selection. */
  List<String> lineage(String type) {
    return lineages.computeIfAbsent(type, this::lineageOf);
  }

  private List<String> lineageOf(String type) {
    LinkedHashSet<String> lineage = new LinkedHashSet<>();
    Optional<String> next = Optional.of(type);
    while (next.isPresent()) {
      lineage.add(next.get());
      next = model(next.get()).flatMap(ClassModel::superclass).map(ClassEntry::asInternalName);
    }
    Deque<String> open = new ArrayDeque<>(lineage);
    while (!open.isEmpty()) {
      model(open.remove()).stream()
          .flatMap(model -> model.interfaces().stream())
          .map(ClassEntry::asInternalName)
          .filter(lineage::add)
          .forEach(open::add);
    }
    return List.copyOf(lineage);
  }

  private Optional<ClassModel> model(String type) {
    return find(type).map(ParsedClass::model);
  }

  /** Returns the classes that are registered as providers of a service. */
  List<String> providers(String service) {
    return names("META-INF/services/" + service.replace('/', '.'));
  }

  /** Returns the interceptors that the AWS SDK adds to every client. */
  List<String> interceptors() {
    return names(INTERCEPTORS);
  }

  private List<String> names(String resource) {
    return text(resource)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns the text of a resource, which is empty if there is none. */
  String text(String resource) {
    return new String(entries.getOrDefault(resource, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Returns what the index of Log4j plugins lists, whether the jar holds the class or not. */
  Stream<Plugin> plugins() {
    byte[] index = entries.getOrDefault(PLUGINS, new byte[Integer.BYTES]);
    List<Plugin> plugins = new ArrayList<>();
    // As Log4j's PluginCache writes it.
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(index))) {
      for (int categories = in.readInt(); categories > 0; categories--) {
        String category = in.readUTF();
        for (int size = in.readInt(); size > 0; size--) {
          String name = in.readUTF();
          plugins.add(new Plugin(category, name, in.readUTF().replace('.', '/')));
          in.readUTF(); // the element that it prints as
          in.readBoolean(); // whether it is printed
          in.readBoolean(); // whether its children are deferred
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plugins.stream();
  }
}
