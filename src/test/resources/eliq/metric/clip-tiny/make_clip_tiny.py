"""Makes the tiny random CLIP checkpoints of this folder and the golden numbers that the tests compare with.

Versions used: torch 2.15.0, transformers 5.24.0, open_clip_torch 3.3.0, safetensors, pillow 13.0.0.
Run in this folder: python make_clip_tiny.py
"""

import json
import os
import shutil

import numpy as np
import open_clip
import torch
from PIL import Image
from safetensors.torch import save_file
from torchvision import transforms
from transformers import CLIPConfig, CLIPModel, CLIPTokenizer
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

IMAGES = ["pub_k19_portrait.png", "pub_k23_odd.png"]
TEXTS = ["a photo of a red fox in the snow", "Two  HOUSES, near the sea!", "an old barn (1920), it's red"]
torch.manual_seed(7)
np.random.seed(7)


def bytes_to_unicode():
    shown = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    chars, extra = shown[:], 0
    for byte in range(256):
        if byte not in shown:
            shown.append(byte)
            chars.append(256 + extra)
            extra += 1
    return [chr(c) for c in chars]


def tokenizer():
    letters = bytes_to_unicode()
    merges = [
        "t h", "th e</w>", "i n</w>", "p h", "ph o", "pho t", "phot o</w>", "o f</w>", "r e", "re d</w>", "f o", "fo x</w>",
        "s n", "sn o", "sno w</w>", "s e", "se a</w>", "h o", "ho u", "hou s", "hous e", "house s</w>", "g o", "go o", "goo d</w>",
        "b a", "ba d</w>", "h i", "hi g", "hig h</w>", "' s</w>", "e r", "er y</w>", "a r", "ar p</w>",
    ]
    vocab = letters + [c + "</w>" for c in letters] + [m.replace(" ", "") for m in merges]
    vocab += ["<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(vocab={t: i for i, t in enumerate(vocab)}, merges=[tuple(m.split(" ")) for m in merges])


def unit(x):
    return x / x.norm(dim=-1, keepdim=True)


def metrics(image, text_of, scale):
    """image: unit features [1, d]; text_of: texts -> unit features."""
    cosine = lambda text: (image @ text_of([text]).T).item()
    pairs = [("Good photo.", "Bad photo."), ("High quality.", "Low quality."), ("Sharp photo.", "Blurry photo.")]
    probabilities = [torch.softmax(scale * image @ text_of(list(pair)).T, -1)[0, 0].item() for pair in pairs]
    return {
        "clipscore": 2.5 * max(0.0, cosine("A photo depicts " + TEXTS[0])),
        "clipiqa": sum(probabilities) / len(probabilities),
        "pickscore": scale * cosine(TEXTS[0]),
        "cosines": [cosine(t) for t in TEXTS],
    }


def hugging_face(name, act):
    os.makedirs(name, exist_ok=True)
    tok = tokenizer()
    tok.save_pretrained(name)
    for extra in ["vocab.json", "merges.txt", "special_tokens_map.json"]:
        if os.path.exists(os.path.join(name, extra)):
            os.remove(os.path.join(name, extra))
    size = len(tok)
    special = {"bos_token_id": size - 2, "eos_token_id": size - 1, "pad_token_id": size - 1}
    config = CLIPConfig(
        text_config=dict(
            vocab_size=size, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
            max_position_embeddings=24, hidden_act=act, projection_dim=24, **special),
        vision_config=dict(
            hidden_size=48, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4, image_size=32, patch_size=8,
            hidden_act=act, projection_dim=24),
        projection_dim=24,
    )
    model = CLIPModel(config).eval()
    with torch.no_grad():
        for p in model.parameters():  # larger than the defaults, so that a slip shows in the first digits
            if p.ndim > 1:
                p.mul_(6)
            elif p.ndim == 1:
                p.add_(0.1 * torch.randn_like(p))
        model.logit_scale.fill_(4.0)
    model.save_pretrained(name)
    processor = CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    processor.save_pretrained(name)
    golden = {"texts": TEXTS, "ids": tok(TEXTS)["input_ids"], "images": []}
    def text_of(texts):
        feats = []
        for t in texts:
            with torch.no_grad():
                out = model.get_text_features(**tok([t], return_tensors="pt", truncation=True, max_length=24))
            feats.append(out if torch.is_tensor(out) else out.pooler_output)
        return unit(torch.cat(feats))
    golden["text_embeds"] = text_of(TEXTS).tolist()
    for file in IMAGES:
        image = Image.open("../kodak-crops/" + file).convert("RGB")
        pixels = processor(image, return_tensors="pt")["pixel_values"]
        with torch.no_grad():
            out = model.get_image_features(pixel_values=pixels)
        embed = unit(out if torch.is_tensor(out) else out.pooler_output)
        golden["images"].append({
            "file": file, "pixel_values": [round(v, 7) for v in pixels.flatten()[::97].tolist()],
            "image_embeds": embed[0].tolist(), **metrics(embed, text_of, model.logit_scale.exp().item())})
    json.dump(golden, open(os.path.join(name, "golden.json"), "w"), indent=1)


def open_clip_layout(name):
    os.makedirs(name, exist_ok=True)
    tok = tokenizer()
    size = len(tok)
    cfg = {
        "embed_dim": 24,
        "vision_cfg": {"image_size": 32, "layers": 2, "width": 48, "head_width": 12, "patch_size": 8, "mlp_ratio": 2.0},
        "text_cfg": {"context_length": 24, "vocab_size": size, "width": 32, "heads": 4, "layers": 2, "mlp_ratio": 2.0},
    }
    model = open_clip.model.CLIP(**cfg).eval()
    with torch.no_grad():
        for p in model.parameters():
            if p.ndim > 1:
                p.mul_(3)
            elif p.ndim == 1:
                p.add_(0.1 * torch.randn_like(p))
        model.logit_scale.fill_(4.0)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, os.path.join(name, "open_clip_model.safetensors"))
    mean, std = open_clip.OPENAI_DATASET_MEAN, open_clip.OPENAI_DATASET_STD
    json.dump({"model_cfg": cfg, "preprocess_cfg": {"mean": mean, "std": std}},
              open(os.path.join(name, "open_clip_config.json"), "w"), indent=1)
    shutil.copy("hf/tokenizer.json", os.path.join(name, "tokenizer.json"))
    golden = {"texts": TEXTS, "images": []}
    def text_of(texts):
        feats = []
        for t in texts:
            ids = torch.zeros(1, 24, dtype=torch.long)
            one = tok(t)["input_ids"]
            ids[0, : len(one)] = torch.tensor(one)
            with torch.no_grad():
                feats.append(model.encode_text(ids, normalize=True))
        return torch.cat(feats)
    golden["text_embeds"] = text_of(TEXTS).tolist()
    to_tensor = [transforms.ToTensor(), transforms.Normalize(mean, std)]
    crop = transforms.Compose([transforms.Resize(32, transforms.InterpolationMode.BICUBIC), transforms.CenterCrop(32)] + to_tensor)
    letterbox = transforms.Compose([HpsResize(32)] + to_tensor)
    for file in IMAGES:
        image = Image.open("../kodak-crops/" + file).convert("RGB")
        with torch.no_grad():
            embed = model.encode_image(crop(image)[None], normalize=True)
            boxed = model.encode_image(letterbox(image)[None], normalize=True)
        golden["images"].append({
            "file": file, "image_embeds": embed[0].tolist(), **metrics(embed, text_of, model.logit_scale.exp().item()),
            "hpsv2": (boxed @ text_of([TEXTS[0]]).T).item()})
    json.dump(golden, open(os.path.join(name, "golden.json"), "w"), indent=1)


class HpsResize:
    """What HPSv2's open_clip does with resize_longest_max: the longer side to the size, black beside the shorter one."""

    def __init__(self, size):
        self.size = size

    def __call__(self, image):
        width, height = image.size
        scale = self.size / float(max(height, width))
        new = tuple(round(dim * scale) for dim in (height, width))
        image = transforms.functional.resize(image, new, transforms.InterpolationMode.BICUBIC)
        pad_h, pad_w = self.size - new[0], self.size - new[1]
        return transforms.functional.pad(image, [pad_w // 2, pad_h // 2, pad_w - pad_w // 2, pad_h - pad_h // 2], fill=0)


hugging_face("hf", "quick_gelu")
open_clip_layout("open-clip")
