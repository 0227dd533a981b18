"""Checks adapters against real PEFT, both ways. Needs torch, transformers, peft, safetensors; nothing of the build.

    python peft_both_ways.py read MODEL ADAPTER CASES OUT.safetensors
        loads ADAPTER (written by the workbench) into MODEL with PEFT and stores the last logits and the embedding
        for each case of CASES (a JSON list of {"ids": [...], "image": name}), images from PREPROCESS
    python peft_both_ways.py write MODEL OUT_DIR
        has PEFT make and save an adapter with rank_pattern, alpha_pattern and a regular expression of targets

The environment variable PREPROCESS names the safetensors file with NAME.pixel_values_u8 and NAME.image_grid_thw.
"""

import json
import os
import sys

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, Qwen3VLForConditionalGeneration

torch.manual_seed(5)


def base(path):
    model = Qwen3VLForConditionalGeneration.from_pretrained(path, dtype=torch.float32, attn_implementation="eager")
    return model.eval()


def run(model, cases, prefix=""):
    images = load_file(os.environ["PREPROCESS"])
    token = AutoConfig.from_pretrained(sys.argv[2]).image_token_id
    out = {}
    for i, case in enumerate(cases):
        name = case["image"]
        pixels = (images[name + ".pixel_values_u8"].float() - 127.5) / 127.5
        ids = torch.tensor([case["ids"]])
        with torch.no_grad():
            result = model(
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                mm_token_type_ids=(ids == token).int(),
                pixel_values=pixels,
                image_grid_thw=images[name + ".image_grid_thw"][None],
                output_hidden_states=True,
            )
        out[f"{prefix}{i}.logits"] = result.logits[0, -1].float().contiguous()
    return out


if __name__ == "__main__":
    if sys.argv[1] == "read":
        _, _, model, adapter, cases, out = sys.argv
        cases = json.load(open(cases))
        result = run(base(model), cases, "base.")
        result |= run(PeftModel.from_pretrained(base(model), adapter), cases)
        save_file(result, out)
        print({k: (v.abs().max().item()) for k, v in result.items()})
    else:
        _, _, model, cases, out = sys.argv
        config = LoraConfig(
            r=4,
            lora_alpha=8,
            lora_dropout=0.1,
            init_lora_weights=False,
            target_modules=r".*language_model\.layers\.\d+\.(self_attn\.[qv]_proj|mlp\.down_proj)|.*visual\.blocks\.1\.attn\.proj",
            rank_pattern={"down_proj": 2},
            alpha_pattern={"down_proj": 12, "q_proj": 3},
        )
        tuned = get_peft_model(base(model), config).eval()
        for name, value in tuned.named_parameters():
            if "lora_" in name:
                torch.nn.init.normal_(value, std=0.15)
        tuned.save_pretrained(out)
        save_file(run(tuned, json.load(open(cases))), os.path.join(out, "logits.safetensors"))
