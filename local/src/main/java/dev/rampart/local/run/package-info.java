/** Reads template.yaml and starts a stand-in for each part of it that is live. */
@NullMarked
package dev.rampart.local.run;

import org.jspecify.annotations.NullMarked;
