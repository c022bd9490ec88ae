"""Vector instructions for the lean kernel: all lanes of a table take one event at once.

numba does not vectorise such short inner loops by itself, so the loop over a subject's events is
written here as LLVM code: vectors of eight 32-bit words that stay in registers.
"""

from __future__ import annotations

from typing import Any

import numba
from llvmlite import ir
from numba.core import cgutils as numba_cgutils
from numba.extending import intrinsic

types: Any = numba.types
cgutils: Any = numba_cgutils

WIDTH = 8
FORWARD = 16  # lanes that look at the time itself
BACKWARD = 8  # lanes that look at its negative: prohibitions after a start
TWO_SIDED = 8  # lanes that also remember a mark: an answer before the start counts
LANES = FORWARD + BACKWARD + TWO_SIDED

# For each block of eight lanes a class says, as vectors of eight words:
COMPARE, PUT, ARM = 0, 1, 2
REACH, MARK = 3, 4  # used by two-sided lanes only
VECTORS = 5
BLOCKS = LANES // WIDTH
WORDS = BLOCKS * VECTORS * WIDTH

_long = ir.IntType(64)
_word = ir.IntType(32)
_vector = ir.VectorType(_word, WIDTH)
_flags = ir.VectorType(ir.IntType(1), WIDTH)


def _lanes_of_case(  # type: ignore[no-untyped-def]
    typingctx, times, classes, begin, end, table, start, counts, two_sided
):
    """Run all lanes over events [begin, end) and the closing class; (flags of lanes, packed counts).

    For a lane with state s and an event at u (backward lanes: the negative of its time): if
    u + compare > s the lane is flagged; then s = min(max(s, u + put), u + arm). A two-sided lane
    with mark m arms only if u + reach > m, and then m = max(m, u + mark).
    """
    signature = types.UniTuple(types.int64, 2)(times, classes, begin, end, table, start, counts, two_sided)
    return signature, _emit


lanes_of_case: Any = intrinsic(_lanes_of_case)


def _emit(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    places = {"times": 0, "classes": 1, "table": 4, "start": 5, "counts": 6}
    data = {
        name: context.make_array(signature.args[place])(context, builder, args[place]).data
        for name, place in places.items()
    }
    begin = context.cast(builder, args[2], signature.args[2], types.int64)
    end = context.cast(builder, args[3], signature.args[3], types.int64)
    lanes = _Lanes(builder, data["table"], data["start"], args[7])
    count = cgutils.alloca_once_value(builder, _long(0))
    with cgutils.for_range_slice(builder, begin, end, _long(1)) as (i, _):
        kind = builder.zext(builder.load(builder.gep(data["classes"], [i])), _long)
        lanes.take(builder.load(builder.gep(data["times"], [i])), kind)
        more = builder.load(builder.gep(data["counts"], [kind]))
        builder.store(builder.add(builder.load(count), more), count)
    table = context.make_array(signature.args[4])(context, builder, args[4])
    closing = builder.sub(builder.extract_value(table.shape, 0), _long(1))
    last = builder.sub(end, _long(1))
    lanes.take(builder.load(builder.gep(data["times"], [last])), closing)
    return context.make_tuple(builder, signature.return_type, (lanes.flags(), builder.load(count)))


class _Lanes:
    """The states of all lanes, as values the compiler keeps in registers."""

    def __init__(self, builder: Any, table: Any, start: Any, two_sided: Any) -> None:
        """Begin with the start states; `two_sided` says at run time whether that block is in use."""
        self.builder, self.table, self.two_sided = builder, table, two_sided
        self.states = [cgutils.alloca_once(builder, _vector) for _ in range(BLOCKS)]
        self.flagged = [cgutils.alloca_once_value(builder, _flags(None)) for _ in range(BLOCKS)]
        self.mark = cgutils.alloca_once(builder, _vector)
        for block, state in enumerate(self.states):
            builder.store(self._words(start, _long(block * WIDTH)), state)
        builder.store(self._words(start, _long(LANES)), self.mark)

    def take(self, instant: Any, kind: Any) -> None:
        """Let one event act on every lane."""
        builder = self.builder
        base = builder.mul(kind, _long(WORDS))
        single = builder.insert_element(_vector(ir.Undefined), instant, _word(0))
        every = ir.VectorType(_word, WIDTH)([0] * WIDTH)
        forward = builder.shuffle_vector(single, _vector(ir.Undefined), every)
        backward = builder.sub(_vector(None), forward)
        for block in range(BLOCKS - 1):
            self._act(base, block, forward if block * WIDTH < FORWARD else backward)
        with builder.if_then(self.two_sided):
            self._act(base, BLOCKS - 1, forward, marked=True)

    def _act(self, base: Any, block: int, u: Any, *, marked: bool = False) -> None:
        builder, state, flagged = self.builder, self.states[block], self.flagged[block]
        at = builder.add(base, _long(block * VECTORS * WIDTH))

        def reached(vector: int) -> Any:
            return builder.add(u, self._words(self.table, builder.add(at, _long(vector * WIDTH))))

        before = builder.load(state)
        late = builder.icmp_signed(">", reached(COMPARE), before)
        builder.store(builder.or_(builder.load(flagged), late), flagged)
        put, arm = reached(PUT), reached(ARM)
        held = builder.select(builder.icmp_signed(">", put, before), put, before)
        armed = builder.select(builder.icmp_signed("<", arm, held), arm, held)
        if marked:
            mark = builder.load(self.mark)
            armed = builder.select(builder.icmp_signed(">", reached(REACH), mark), armed, held)
            new = reached(MARK)
            builder.store(builder.select(builder.icmp_signed(">", new, mark), new, mark), self.mark)
        builder.store(armed, state)

    def flags(self) -> Any:
        """One bit per lane."""
        bits = _long(0)
        for block, flags in enumerate(self.flagged):
            own = self.builder.bitcast(self.builder.load(flags), ir.IntType(WIDTH))
            shifted = self.builder.shl(self.builder.zext(own, _long), _long(block * WIDTH))
            bits = self.builder.or_(bits, shifted)
        return bits

    def _words(self, words: Any, at: Any) -> Any:
        pointer = self.builder.bitcast(self.builder.gep(words, [at]), ir.PointerType(_vector))
        loaded = self.builder.load(pointer)
        loaded.align = 4
        return loaded
