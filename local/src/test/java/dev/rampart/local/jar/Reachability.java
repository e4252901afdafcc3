package dev.rampart.local.jar;

import dev.rampart.local.jar.FunctionJar.ParsedClass;
import dev.rampart.local.jar.FunctionJar.Signature;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The classes that a function may need: rapid type analysis (Bacon and Sweeney, OOPSLA 1996) over
 * the byte code of its jar.
 *
 * <p>A method is reached if a reached method calls it; a virtual call reaches the implementations
 * of those classes of which a reached method makes an instance. The JDK is not walked: it may call
 * whatever it declares on any instance. Nor is reflection followed, but assumed: a class that a
 * reached method names, by a literal or a text, has instances made by any constructor, and so has
 * one that an annotation names; of a class with instances that has annotated members, these are
 * called, and all members are looked at.
 *
 * <p>A class is needed where the JVM resolves it: as a superclass, as an operand of a reached
 * instruction, as an exception caught, and where the verifier looks at it. The verifier reads all
 * methods of a class that is used, also those not reached.
 */
final class Reachability {
  private record Method(String owner, Signature signature) {}

  private final FunctionJar jar;
  private final Deque<Method> pending = new ArrayDeque<>();
  private final Set<Method> reached = new HashSet<>();
  private final Set<String> loaded = new HashSet<>();
  private final Set<String> initialized = new HashSet<>();
  private final Set<String> instantiated = new HashSet<>();
  private final Map<String, Set<String>> instances = new HashMap<>();
  private final Map<String, Set<Signature>> calls = new HashMap<>();
  private final Set<Missing> missing = new TreeSet<>();

  Reachability(FunctionJar jar) {
    this.jar = jar;
  }

  /** Adds a class that something outside the jar makes an instance of and calls. */
  void entry(String type, String by) {
    named(type, by);
    for (String parent : jar.lineage(type)) {
      if (jar.holds(parent)) {
        methods(parent).forEach(signature -> reach(type, signature, by));
      }
    }
    walk();
  }

  /** Adds a class that is found by its name. */
  void root(String type, String by) {
    named(type, by);
    walk();
  }

  /** Returns the classes that may be needed and are nowhere. */
  Set<Missing> missing() {
    Verifier verifier = new Verifier(jar);
    initialized.forEach(type -> missing.addAll(verifier.missing(type)));
    return missing;
  }

  private void walk() {
    while (!pending.isEmpty()) {
      Method method = pending.pop();
      declared(method).flatMap(MethodModel::code).stream()
          .flatMap(code -> code.elementStream())
          .forEach(element -> visit(element, method.owner()));
    }
  }

  private void visit(CodeElement element, String by) {
    switch (element) {
      case InvokeInstruction call -> call(call, by);
      case InvokeDynamicInstruction call -> {
        constant(call.bootstrapMethod(), by);
        call.bootstrapArgs().forEach(argument -> constant(argument, by));
      }
      case FieldInstruction field -> field(field, by);
      case NewObjectInstruction made -> instantiate(made.className().asInternalName(), by);
      case NewReferenceArrayInstruction array -> load(array.componentType(), by);
      case NewMultiArrayInstruction array -> load(array.arrayType(), by);
      case TypeCheckInstruction check -> load(check.type(), by);
      case ExceptionCatch caught -> caught.catchType().ifPresent(type -> load(type, by));
      case LoadConstantInstruction literal -> constant(literal.constantValue(), by);
      default -> {}
    }
  }

  private void field(FieldInstruction field, String by) {
    load(field.owner(), by);
    if (field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC) {
      initialize(field.owner().asInternalName(), by);
    }
  }

  private void call(InvokeInstruction call, String by) {
    load(call.owner(), by);
    String owner = call.owner().asInternalName();
    Signature signature = new Signature(call.name().stringValue(), call.type().stringValue());
    switch (call.opcode()) {
      case INVOKESTATIC -> {
        initialize(owner, by);
        reach(owner, signature, by);
      }
      case INVOKESPECIAL -> reach(owner, signature, by);
      default -> callAny(owner, signature, by);
    }
  }

  private void constant(ConstantDesc constant, String by) {
    switch (constant) {
      case ClassDesc type when type.isClassOrInterface() -> named(name(type), by);
      case String text when jar.hasPackageOf(text) -> named(text.replace('.', '/'), by);
      case DirectMethodHandleDesc handle -> handle(handle, by);
      default -> {}
    }
  }

  private void handle(DirectMethodHandleDesc handle, String by) {
    String owner = name(handle.owner());
    load(owner, by);
    switch (handle.kind()) {
      case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> initialize(owner, by);
      case CONSTRUCTOR -> {
        instantiate(owner, by);
        reach(owner, new Signature("<init>", handle.lookupDescriptor()), by);
      }
      default -> {
        initialize(owner, by);
        callAny(owner, new Signature(handle.methodName(), handle.lookupDescriptor()), by);
      }
    }
  }

  /** Reaches a method of a class and what overrides it in the classes with instances. */
  private void callAny(String owner, Signature signature, String by) {
    reach(owner, signature, by);
    if (calls.computeIfAbsent(owner, _ -> new HashSet<>()).add(signature)) {
      for (String instance : List.copyOf(instances.getOrDefault(owner, Set.of()))) {
        reach(instance, signature, by);
      }
    }
  }

  /** Reaches the method that a class declares or inherits. */
  private void reach(String type, Signature signature, String by) {
    for (String owner : jar.lineage(type)) {
      Method method = new Method(owner, signature);
      if (jar.holds(owner) && declared(method).flatMap(MethodModel::code).isPresent()) {
        load(owner, by);
        if (reached.add(method)) {
          pending.push(method);
        }
        return;
      }
    }
  }

  /** Loads a class that is named where reflection can take it from. */
  private void named(String type, String by) {
    load(type, by);
    if (jar.holds(type)) {
      instantiate(type, by);
      methods(type).stream()
          .filter(signature -> signature.name().equals("<init>"))
          .forEach(signature -> reach(type, signature, by));
    }
  }

  private void instantiate(String type, String by) {
    load(type, by);
    if (!jar.holds(type) || !instantiated.add(type)) {
      return;
    }
    initialize(type, by);
    introspect(jar.find(type).orElseThrow().model());
    for (String parent : jar.lineage(type)) {
      instances.computeIfAbsent(parent, _ -> new HashSet<>()).add(type);
      List.copyOf(calls.getOrDefault(parent, Set.of()))
          .forEach(signature -> reach(type, signature, by));
      jar.find(parent).ifPresent(found -> callBack(found, type, by));
    }
  }

  /**
   * Loads the types of all members of a class that reflection looks at: of one that has annotated
   * ones, and of an enum, whose constants {@code valueOf} and enum maps find by its methods.
   */
  private void introspect(ClassModel model) {
    if (isEnum(model) || members(model).anyMatch(Reachability::annotated)) {
      Stream.concat(
              model.fields().stream().map(field -> field.fieldTypeSymbol()),
              model.methods().stream()
                  .map(method -> method.methodTypeSymbol())
                  .flatMap(
                      type ->
                          Stream.concat(
                              Stream.of(type.returnType()), type.parameterList().stream())))
          .forEach(type -> load(type, model.thisClass().asInternalName()));
    }
  }

  private static boolean isEnum(ClassModel model) {
    return model
        .superclass()
        .filter(parent -> parent.name().equalsString("java/lang/Enum"))
        .isPresent();
  }

  private static Stream<AttributedElement> members(ClassModel model) {
    return Stream.concat(model.fields().stream(), model.methods().stream());
  }

  /** Reaches what the JDK may call on an instance, and what reflection may. */
  private void callBack(ParsedClass parent, String type, String by) {
    boolean own = jar.holds(parent.model().thisClass().asInternalName());
    parent
        .methods()
        .forEach(
            (signature, method) -> {
              if (!signature.name().startsWith("<") && (!own || annotated(method))) {
                reach(type, signature, by);
              }
            });
  }

  private void initialize(String type, String by) {
    for (String owner : jar.lineage(type)) {
      if (jar.holds(owner) && initialized.add(owner)) {
        load(owner, by);
        reach(owner, new Signature("<clinit>", "()V"), by);
      }
    }
  }

  private void load(ClassEntry type, String by) {
    load(type.asSymbol(), by);
  }

  private void load(ClassDesc type, String by) {
    if (type.isArray()) {
      load(type.componentType(), by);
    } else if (type.isClassOrInterface()) {
      load(name(type), by);
    }
  }

  private void load(String type, String by) {
    Optional<ParsedClass> found = jar.find(type);
    if (found.isEmpty()) {
      missing.add(new Missing(type, by));
    } else if (jar.holds(type) && loaded.add(type)) {
      ClassModel model = found.get().model();
      model.superclass().ifPresent(parent -> load(parent, type));
      model.interfaces().forEach(parent -> load(parent, type));
      inAnnotations(model).forEach(literal -> named(name(literal), type));
      jar.providers(type).forEach(provider -> named(provider, type));
    }
  }

  /** Returns the class literals in the annotations of a class and its members. */
  private static List<ClassDesc> inAnnotations(ClassModel model) {
    return Stream.concat(Stream.of(model), members(model))
        .flatMap(element -> element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
        .flatMap(attribute -> attribute.annotations().stream())
        .flatMap(annotation -> annotation.elements().stream())
        .map(AnnotationElement::value)
        .filter(AnnotationValue.OfClass.class::isInstance)
        .map(value -> ((AnnotationValue.OfClass) value).classSymbol())
        .filter(ClassDesc::isClassOrInterface)
        .toList();
  }

  private static boolean annotated(AttributedElement element) {
    return element.findAttribute(Attributes.runtimeVisibleAnnotations()).isPresent();
  }

  private Optional<MethodModel> declared(Method method) {
    return jar.find(method.owner())
        .flatMap(type -> Optional.ofNullable(type.methods().get(method.signature())));
  }

  private Set<Signature> methods(String type) {
    return jar.find(type).map(found -> found.methods().keySet()).orElse(Set.of());
  }

  private static String name(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
