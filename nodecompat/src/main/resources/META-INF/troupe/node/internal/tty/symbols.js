// Marks that the streams of terminals carry.
'use strict';

module.exports = {
  /** A terminal that sends whole lines and echoes them itself: readline must not edit them. */
  kLinesOnly: Symbol('lines only'),
};
