/** Reads template.yaml: tags, parameters, references and the part of SAM that it uses. */
@NullMarked
package dev.rampart.local.template;

import org.jspecify.annotations.NullMarked;
