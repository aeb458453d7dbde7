import type {} from 'nexrtc/types/svelte';
