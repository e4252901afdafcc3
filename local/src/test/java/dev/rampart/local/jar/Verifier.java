package dev.rampart.local.jar;

import dev.rampart.local.jar.FunctionJar.ParsedClass;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the verifier of the JVM looks for when it links a class: it asks how two classes are related
 * wherever a method of the class passes one for the other.
 */
record Verifier(FunctionJar jar) {
  /** Follows the name of a class that cannot be linked, whichever of its methods is called. */
  static final String VERIFIED = " (verified)";

  /** Returns the classes without which a class cannot be linked. */
  Set<Missing> missing(String type) {
    Set<Missing> missing = new HashSet<>();
    ClassHierarchyResolver resolver =
        asked -> {
          Optional<ClassModel> model = jar.find(name(asked)).map(ParsedClass::model);
          if (model.isEmpty()) {
            missing.add(new Missing(name(asked), type + VERIFIED));
          }
          return hierarchy(model);
        };
    ClassFile verifier = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    jar.find(type).map(ParsedClass::model).ifPresent(verifier::verify);
    return missing;
  }

  private static ClassHierarchyInfo hierarchy(Optional<ClassModel> model) {
    // To an interface everything can be assigned, so one miss hides no other.
    return model
        .filter(found -> !found.flags().has(AccessFlag.INTERFACE))
        .flatMap(ClassModel::superclass)
        .map(parent -> ClassHierarchyInfo.ofClass(parent.asSymbol()))
        .orElseGet(ClassHierarchyInfo::ofInterface);
  }

  private static String name(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }
}
