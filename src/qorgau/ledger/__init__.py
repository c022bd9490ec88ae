"""Commitments, tree, proofs, checkpoints and receipts; an outsider can run this room alone.

Needs `cryptography` only (and `click` for the commands): no framework and no
database. Every instant is a whole number of seconds since 1970 in UTC and comes in as an argument.
Everything that is refused raises a named `LedgerRefusal` (a ValueError).

    refusal      LedgerRefusal
    entry        Entry(...), Happened, Correction, CorrectionAct
                 canonical(entry) -> bytes (RFC 8785)
    entry_reading  read_entry(bytes) -> Entry; entry_from_group(dict) -> Entry
    commitment   new_salt() -> bytes; commit(entry_bytes, *, salt) -> C; leaf_hash(C) -> bytes
    tree         Tree(leaf_hashes); .append(leaf_hash) -> index; .extend(leaf_hashes); .size
                 .root(size); .inclusion_proof(index, size); .consistency_proof(old_size, size)
                 .levels / Tree.from_levels(levels) to store and take up
    proofs       verify_inclusion(leaf_hash, *, index, size, root, proof)
                 verify_consistency(*, old_size, size, old_root, root, proof)
    keys         SigningKey.create(name, KeyUse.NOTE | KeyUse.COSIGNATURE); .written(), .read(text)
                 .verifier -> VerifierKey; str(VerifierKey) and VerifierKey.read(text)
    note         sign_note(text, *keys) -> Note; str(note); read_note(text)
                 require_signature(note, key)
    checkpoint   Checkpoint(origin, size, root, extensions)
                 sign_checkpoint(checkpoint, key) -> Note
                 open_checkpoint(text, *, log=VerifierKey) -> SignedCheckpoint
    promise      merge_deadline(*, received, period) -> int; Promise(origin, commitment, merge_by)
                 give_promise(promise, key) -> Note; open_promise(text, *, key) -> Promise
                 judge_promise(promise, *, leaf_hashes, as_of) -> PromiseState
    batch        make_batch(pending commitments, *, shuffle, salt) -> tuple[BatchLeaf, ...]
                 BatchLeaf.commitment, .padding_salt, .leaf_hash, .is_padding
                 integrate(tree, batch, *, origin) -> Checkpoint, to be signed when durable
    proof_files  InclusionFile (C2SP tlog-proof), ConsistencyFile; read_inclusion_file(text) ...
    cosignature  cosign(note, *, key, at) -> Signature; checked_cosignatures(note, keys)
    receipt      issue_receipt(promise_note, *, index, path, checkpoint) -> Receipt; str(Receipt)
                 verify_receipt(text, trust, *, as_of, entry, salt) -> ReceiptVerdict
    trust        Trust(log, promise, witnesses, needed); str(Trust), Trust.read(bytes)
    witness      Witness.create(folder, *, name, logs), .open(folder), .cosign(text, *, proof, at)
    audit        first_bad_index(*, recorded, recomputed) -> BadIndex | None
                 first_bad_checkpoint(tree, checkpoints) -> Checkpoint | None
    commands     click groups `receipt` and `witness`; alone: python -m qorgau.ledger
"""
