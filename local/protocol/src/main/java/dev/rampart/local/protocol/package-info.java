/** Serves AWS's JSON protocols over loopback, for every stand-in that has an AWS endpoint. */
@NullMarked
package dev.rampart.local.protocol;

import org.jspecify.annotations.NullMarked;
