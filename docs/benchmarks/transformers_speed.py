"""Compares speed and memory with Hugging Face transformers and PEFT, by turns. Needs torch, transformers, peft,
safetensors; nothing of the build but the program's command.

    python transformers_speed.py read  MODEL --dtype float32 --threads 1 --rounds 3 --eliq "./eliq"
    python transformers_speed.py train MODEL --dtype float32 --threads 1 --rounds 3 --eliq "./eliq"

MODEL is a Qwen3-VL checkpoint, for instance a random one (`eliq models random`). In each round the workbench measures
in a process of its own (`eliq bench reading`, `eliq bench training`), then the reference in another: as many tokens, an
image of as many patches, as many threads, the weights in the same type; SDPA attention, logits of the last token alone
(the reference would compute all of them otherwise). Each process measures once after one run that is not counted.
Printed: seconds by the clock and of the processor (user and system, all threads), the most resident memory, and the
workbench's share of the reference's, as the median over rounds.
"""

import argparse
import inspect
import json
import os
import shlex
import statistics
import subprocess
import sys
import time

BEFORE, AFTER = [151644, 872, 198, 151652], [151653]
PAD = 151655


def peak():
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmHWM:")).split()[1]) / 1e6


class Clock:
    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def stop(self):
        torch = sys.modules["torch"]
        if torch.cuda.is_initialized():
            torch.cuda.synchronize()
        return time.perf_counter() - self.wall, time.process_time() - self.cpu


def inputs(model, side, tokens, dtype, device):
    import torch

    rows = side // 16
    image = rows * rows // 4
    ids = BEFORE + [PAD] * image + AFTER + [100 + i % 100 for i in range(tokens)]
    ids = torch.tensor([ids])
    made = {
        "input_ids": ids,
        "attention_mask": torch.ones_like(ids),
        "pixel_values": torch.rand(rows * rows, 1536).mul(2).sub(1).to(dtype),
        "image_grid_thw": torch.tensor([[1, rows, rows]]),
    }
    if "mm_token_type_ids" in inspect.signature(model.forward).parameters:  # transformers 5
        made["mm_token_type_ids"] = (ids == PAD).int()
    return {name: value.to(device) for name, value in made.items()}


def gpu(figures, name="gpu_memory"):
    import torch

    if torch.cuda.is_initialized():
        free, total = torch.cuda.mem_get_info()
        figures[name] = (total - free) / 1e9


def load(args):
    import torch
    from transformers import Qwen3VLForConditionalGeneration

    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    dtype = getattr(torch, args.dtype)
    start = Clock()
    model = Qwen3VLForConditionalGeneration.from_pretrained(args.model, dtype=dtype, attn_implementation="sdpa")
    model = model.to(args.device)
    seconds = start.stop()
    return model.eval(), dtype, {"load": seconds[0], "load_cpu": seconds[1], "load_memory": peak()}


def read(args):
    import torch

    model, dtype, figures = load(args)
    one = inputs(model, args.side, args.tokens, dtype, args.device)

    def forward():
        with torch.inference_mode():
            logits = model(**one, use_cache=False, logits_to_keep=1).logits
            return torch.softmax(logits[0, -1].float(), -1)[:2].tolist()

    if not args.cold:
        forward()
    clock = Clock()
    for _ in range(args.readings):
        forward()
    figures["one"], figures["one_cpu"] = [seconds / args.readings for seconds in clock.stop()]
    if args.three:
        clock = Clock()
        for _ in range(3 * args.readings):
            forward()
        figures["three"], figures["three_cpu"] = [seconds / args.readings for seconds in clock.stop()]
    else:
        figures["three"], figures["three_cpu"] = 3 * figures["one"], 3 * figures["one_cpu"]
    figures["memory"] = peak()
    gpu(figures)
    return figures


def train(args):
    import torch
    from peft import LoraConfig, get_peft_model

    model, dtype, figures = load(args)
    targets = r".*language_model\.layers\.\d+\.(self_attn\.[qkvo]_proj|mlp\.(gate|up|down)_proj)"
    config = LoraConfig(r=args.rank, lora_alpha=2 * args.rank, lora_dropout=0.0, target_modules=targets)
    one = inputs(model, args.side, args.tokens, dtype, args.device)
    model = get_peft_model(model, config)
    if args.checkpoint:
        model.enable_input_require_grads()
        model.gradient_checkpointing_enable()
    model.train()
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-4)
    answer = torch.tensor([100], device=args.device)

    def step(questions):
        for _ in range(questions):
            logits = model(**one, use_cache=False, logits_to_keep=1).logits
            torch.nn.functional.cross_entropy(logits[:, -1].float(), answer).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()

    if not args.cold:
        step(1)
    clock = Clock()
    step(1)
    figures["one"], figures["one_cpu"] = clock.stop()
    figures["memory"] = peak()
    gpu(figures)
    if args.three:
        clock = Clock()
        step(3)
        figures["three"], figures["three_cpu"] = clock.stop()
    else:
        figures["three"], figures["three_cpu"] = 3 * figures["one"], 3 * figures["one_cpu"]
    return figures


def ours(args):
    command = shlex.split(args.eliq) + ["bench", "reading" if args.what == "read" else "training", args.model]
    command += ["--dtype", args.dtype, "--side", str(args.side), "--tokens", str(args.tokens), "--format", "json", "-q"]
    if args.device != "cpu":
        command += ["--device", args.device]
    if args.what == "read" and args.readings > 1:
        command += ["--readings", str(args.readings)]
    if args.what == "train":
        command += ["--rank", str(args.rank)] + (["--checkpoint-gradients"] if args.checkpoint else [])
    result = subprocess.run(
        command, env=os.environ | {"ELIQ_THREADS": str(args.threads)}, stdout=subprocess.PIPE, check=True
    )
    return {row["figure"]: row["value"] for row in json.loads(result.stdout)}


def theirs(args):
    result = subprocess.run([sys.executable] + sys.argv + ["--child"], stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout.splitlines()[-1])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["read", "train"])
    parser.add_argument("model")
    parser.add_argument("--dtype", default="float32", choices=["float32", "bfloat16", "float16"])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="cpu or cuda:0")
    parser.add_argument("--readings", type=int, default=1, help="averaged on both sides")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", type=int, default=1024, help="of the image, in pixels")
    parser.add_argument("--tokens", type=int, default=40, help="of each question")
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--checkpoint", action="store_true", help="gradient checkpointing on both sides")
    parser.add_argument("--three", action="store_true", help="measure three passes of the reference, not 3 x one")
    parser.add_argument("--cold", action="store_true", help="no run before the measured one in the reference")
    parser.add_argument("--eliq", default="./eliq", help="the workbench's command")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        print(json.dumps(read(args) if args.what == "read" else train(args)))
        sys.exit()
    rounds = []
    for number in range(args.rounds):
        pair = ours(args), theirs(args)
        rounds.append(pair)
        for name, figures in zip(("workbench", "reference"), pair):
            print(number + 1, name, {k: round(v, 3) for k, v in figures.items()}, flush=True)
    for key in ("three", "three_cpu", "one", "one_cpu", "load", "load_cpu", "load_memory", "memory", "gpu_memory"):
        ratios = [a[key] / b[key] for a, b in rounds if key in a and key in b]
        if ratios:
            print(f"{key}: {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})")
