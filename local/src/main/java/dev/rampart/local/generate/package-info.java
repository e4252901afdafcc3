/** Keeps parts of template.yaml that are generated: between two marker lines, written as YAML. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.generate;
